"""Clauses of the sentences about settlements, and of the answer on the first screen."""
