"""Competing hypotheses in a case folder: their file, and an analysis added to it."""
