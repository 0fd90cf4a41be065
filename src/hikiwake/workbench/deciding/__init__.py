"""Decisions beyond accept and reject: merges, splits, two types, memos, a second coder's pass and what it settles."""
