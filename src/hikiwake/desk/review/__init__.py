"""Reviewing at the desk: the queue of proposals, and what is decided of each."""
