"""Clauses of the sentences about settlements: what somebody wants, who ends it, by whom it is told."""
