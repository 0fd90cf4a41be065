"""Packages that have a name, and the model of their era beside them: what would be signed, and what would hold."""
