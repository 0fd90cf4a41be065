"""Commands of what both could sign."""
