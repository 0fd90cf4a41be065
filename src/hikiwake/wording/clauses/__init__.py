"""Clauses of the sentences about settlements, of the answer on the first screen, and of the brief, and of the documents side by side."""
