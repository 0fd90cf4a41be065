"""What holds, by name: who is stable where, for one and for coalitions, and along paths."""
