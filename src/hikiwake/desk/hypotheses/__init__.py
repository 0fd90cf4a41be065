"""Competing hypotheses at the desk: the analyses of a case, and of each its matrix with what it comes to."""
