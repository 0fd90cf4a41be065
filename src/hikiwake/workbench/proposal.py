"""A proposal: an entry that somebody thinks a document supports, at which characters, why, and how sure.

A proposal is no part of the record. Its cells are those of the table of its kind (``events.csv``, ``claims.csv`` ...),
so that accepting one writes them as they stand. An event may be proposed with two types, each with its weight.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from hikiwake.periods import Period

KINDS = ("event", "claim", "reading", "position", "driver", "merge")
MOST_TYPES = 2


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document: characters ``start`` up to, not including, ``end`` of its stored text."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """One proposed entry. ``passages`` begin with the one that carries it; ``confidence`` lies between 0 and 1.

    ``types`` are PLOVER types with weights that add up to 1, the likelier first; ``sources`` and ``targets`` are ids of
    actors; ``period`` is ``None`` where the document gives no time; ``attributed_to`` is who says so, where that is not
    the author. ``cells`` are further cells of the entry's table by column, ``why`` the grounds of the proposal by name:
    rule, trigger, roles, date basis, status. Raises ``ValueError`` for an unknown kind, no passage or too many types.

    >>> Proposal("event", (Span("a", 0, 20),), types=(("AGREE", 1.0),), sources=("JPN",)).type
    'AGREE'
    """

    kind: str
    passages: tuple[Span, ...]
    types: tuple[tuple[str, float], ...] = ()
    mode: str = ""
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    period: Period | None = None
    happened: str = ""
    attributed_to: str = ""
    confidence: float = 0.0
    cells: tuple[tuple[str, str], ...] = ()
    why: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        """Refuse what no proposal can be."""
        if self.kind not in KINDS:
            raise ValueError(f"{self.kind!r} is no kind of proposal; kinds are {', '.join(KINDS)}")
        if not self.passages:
            raise ValueError("a proposal needs a passage: where in a document it is said")
        if len(self.types) > MOST_TYPES:
            raise ValueError(f"a proposal has at most {MOST_TYPES} types, not {len(self.types)}")

    @property
    def type(self) -> str:
        """The likelier of its types; empty where it has none."""
        return self.types[0][0] if self.types else ""

    @property
    def document(self) -> str:
        """The document that carries it."""
        return self.passages[0].document

    @property
    def id(self) -> str:
        """The same for the same kind, place and content: two runs over one text propose the same ids."""
        told = [self.kind, self.type, self.happened, sorted(self.cells), self.sources, self.targets]
        places = [[each.document, each.start, each.end] for each in self.passages]
        return hashlib.sha256(json.dumps([told, places]).encode()).hexdigest()[:16]

    def as_row(self) -> dict[str, Any]:
        """Plain values, as ``hikiwake proposals --json`` prints them; who keeps it adds ``status``."""
        first = self.passages[0]
        return {
            "id": self.id,
            "kind": self.kind,
            "document": first.document,
            "start": first.start,
            "end": first.end,
            "passages": [{"document": each.document, "start": each.start, "end": each.end} for each in self.passages],
            "type": self.type,
            "types": [{"type": name, "weight": weight} for name, weight in self.types],
            "mode": self.mode,
            "sources": list(self.sources),
            "targets": list(self.targets),
            "period": _told(self.period),
            "happened": self.happened,
            "attributed_to": self.attributed_to,
            "confidence": self.confidence,
            **({"cells": dict(self.cells)} if self.cells else {}),
            "why": dict(self.why),
        }


def _told(period: Period | None) -> dict[str, str | None] | None:
    """A period as first day, last day, precision and basis."""
    if period is None:
        return None
    days = {"start": period.start, "end": period.end}
    told = {name: day.isoformat() if day else None for name, day in days.items()}
    return {**told, "precision": period.precision, "basis": period.basis}
