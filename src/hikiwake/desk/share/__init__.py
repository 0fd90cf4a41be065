"""Sharing at the desk: what is sent to others as a file, and what comes back."""
