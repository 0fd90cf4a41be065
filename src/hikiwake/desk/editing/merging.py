"""Two people at one form: only what was changed in it is kept, and only where nobody has changed the same meanwhile.

Each form says which fields it showed and how they were (``was``), so that two who fill in different fields of one thing
do not stand in each other's way.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from hikiwake.errors import CaseError


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that somebody else has changed: what was filled in here, and what stands there now; ``None``: gone."""

    name: str
    said: str
    now: str | None


class ClashError(CaseError):
    """Somebody else has changed meanwhile what a form is about."""

    def __init__(self, clashes: list[Clash]) -> None:
        """Keep what clashes."""
        super().__init__("changed meanwhile; nothing was kept; send it again to put yours in its place")
        self.clashes = clashes


def asked_of(was: str) -> dict[str, str]:
    """What a form showed. Raises ``CaseError`` for what no form of the desk says.

    >>> asked_of('{"title": "Water"}')
    {'title': 'Water'}
    """
    try:
        told = json.loads(was)
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict) or not all(isinstance(each, str) for each in told.values()):
        raise CaseError("the form does not say what it showed; load the page again")
    return told


def plain(text: str) -> str:
    """A text as a form sends it: its ends stripped, line ends as everywhere."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def merged(now: Mapping[str, str], was: Mapping[str, str], said: Mapping[str, str]) -> dict[str, str]:
    """What was changed in a form. Raises ``ClashError`` where it is something else now than the form showed.

    >>> merged({"a": "1", "b": "5"}, {"a": "1", "b": "2"}, {"a": "3", "b": "2"})
    {'a': '3'}
    """
    changed = {name: value for name, value in said.items() if name in was and value != plain(was[name])}
    others = {name: now.get(name) for name in changed if now.get(name) != was[name]}
    if clashes := [Clash(name, changed[name], now) for name, now in others.items() if now != changed[name]]:
        raise ClashError(clashes)
    return changed
