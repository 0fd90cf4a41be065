"""Tests of series beside a relation."""
