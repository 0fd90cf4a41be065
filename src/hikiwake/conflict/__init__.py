"""Which outcomes hold, and why: the graph model for conflict resolution."""
