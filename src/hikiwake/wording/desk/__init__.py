"""Sentences of the desk: what was done, what was not, and what can be done instead."""
