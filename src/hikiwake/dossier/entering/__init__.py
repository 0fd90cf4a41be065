"""Entering by hand: documents and passages added to a case, and what can be derived filled in."""
