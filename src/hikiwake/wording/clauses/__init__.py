"""Clauses of sentences: of settlements, of the answer on the first screen, of the brief, of documents side by side."""
