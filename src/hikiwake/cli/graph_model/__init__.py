"""Commands of the graph model: what holds, why, and what would have to change."""
