"""Thousands of single sentences are coded here; tracing more than doubles the time, and others run the same code."""

from __future__ import annotations

from pathlib import Path

import pytest

SENTENCES = ("acts", "actors", "times", "statements")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave the tests of single sentences untraced; those of whole texts, of reading in and of scoring are traced."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here) and item.path.parent.name in SENTENCES:
            item.add_marker(pytest.mark.no_cover)
