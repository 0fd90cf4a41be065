"""The shelf: the cases that are there, and how one is begun."""
