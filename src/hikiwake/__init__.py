"""Sourced analysis of international disputes."""
