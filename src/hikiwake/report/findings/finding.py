"""A finding: a sentence that code made from entries, with the entries on which it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hikiwake.dossier import Entry


@dataclass(frozen=True, slots=True)
class Finding:
    """What the record shows: an id, the figure that sums it up, the sentence, its grounds, and where to read on."""

    id: str
    figure: str
    sentence: str
    grounds: Sequence[Entry]
    section: str
