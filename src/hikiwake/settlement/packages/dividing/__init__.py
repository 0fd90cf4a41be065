"""Procedures by which two or more sides divide issues, or fall back to what all accept."""
