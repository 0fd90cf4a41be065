"""What holds: who is stable where, by each concept, for one, for coalitions, and along paths."""
