"""Qualitative analysis: a project of codes, texts and coded passages as REFI-QDA 1.5 has it, out and in."""
