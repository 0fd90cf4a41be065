"""One remark: on which row of which file, what was found there and what would be right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hikiwake.dossier.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark on one row: its kind (``positions``, ``eras``, ``documents``), its id, and the column or key.

    It is a warning, for what is said may be right: somebody has to look.
    """

    kind: str
    id: str
    column: str
    found: str
    expected: str


Rule = Callable[[Dossier], Iterator[Remark]]
