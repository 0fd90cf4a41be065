"""What the codes of a project become: a table with a row for each code, the kind of entry, and cells of that entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from hikiwake.dossier.folder.cells import unescape
from hikiwake.dossier.folder.sheets.separated import separated
from hikiwake.dossier.folder.tables import tables
from hikiwake.errors import CaseError
from hikiwake.storage.incoming import UnreadError, text_of
from hikiwake.workbench.accepting import TABLES

LARGEST = 1_000_000  # bytes
SKIP = "skip"  # the kind of a code that is not taken
_OF_EVENTS = ("type", "sources", "targets", "happened", "summary")


@dataclass(frozen=True, slots=True)
class Rule:
    """What a code becomes: the kind of entry (or ``skip``), and cells of it by column."""

    kind: str
    cells: tuple[tuple[str, str], ...] = ()


def read_rules(path: Path) -> Mapping[str, Rule]:
    """The rules of a table, by the name of the code, or its names from the outermost with ``/`` between.

    Raises ``CaseError`` for an unknown kind or column.
    """
    try:
        rows = [(line, cells) for line, cells in separated(text_of(path, LARGEST), ("code", "kind")) if any(cells)]
    except UnreadError as error:
        raise CaseError(f"{path}: {error}") from None
    header = [name.strip().casefold() for name in rows[0][1]] if rows else []
    if header[:2] != ["code", "kind"]:
        raise CaseError(f"{path}: found {','.join(header)!a}, expected a header line that begins with code,kind")
    return {cells[0].strip(): _rule(path, line, header, cells) for line, cells in rows[1:]}


def _rule(path: Path, line: int, header: list[str], cells: list[str]) -> Rule:
    told = {name: unescape(cell).strip() for name, cell in zip(header, cells, strict=False)}
    kind, said = told.get("kind", ""), {name: cell for name, cell in [*told.items()][2:] if cell}
    kinds = ("event", *TABLES, SKIP)
    if kind not in kinds:
        raise CaseError(f"{path}:{line}, kind: found {kind!a}, expected one of {', '.join(kinds)}")
    columns = _OF_EVENTS if kind == "event" else () if kind == SKIP else _columns(kind)
    if odd := next((name for name in said if name not in columns), ""):
        raise CaseError(f"{path}:{line}: found a cell of {odd!a}, expected cells of {', '.join(columns)} for a {kind}")
    return Rule(kind, tuple(said.items()))


def _columns(kind: str) -> tuple[str, ...]:
    own = (*tables()[TABLES[kind]].headers, *(("wording",) if kind == "reading" else ()))
    return tuple(name for name in own if name not in ("id", "passages"))
