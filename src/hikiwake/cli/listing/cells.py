"""A value of a record as the words of a cell."""

from __future__ import annotations

from typing import Any


def cell_text(value: Any) -> str:
    """A value of a record as words for a table cell.

    >>> cell_text({"start": "1956-10-01", "end": "1956-10-31", "precision": "month", "basis": "stated"})
    '1956-10'
    >>> cell_text(True), cell_text(None), cell_text(["a", "b"])
    ('yes', '', 'a, b')
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return _period(value) if "precision" in value else str(value.get("name", ""))
    if isinstance(value, list):
        if value and isinstance(value[0], dict) and "name" not in value[0]:
            return str(len(value))
        return ", ".join(cell_text(item) for item in value)
    return "" if value is None else str(value)


def _period(period: dict[str, Any]) -> str:
    start, end = period["start"], period["end"]
    if end is None:
        return f"{start} on"
    cut = {"day": 10, "month": 7, "year": 4}.get(period["precision"])
    return start[:cut] if cut else f"{start} to {end}"
