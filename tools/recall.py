"""How much of the hand-made coding of two documents the built-in case has: recall, kind by kind, and what is missing.

    python tools/recall.py [SHARED] [--missing]

An event matches on overlapping passage, overlapping period, a shared actor on each side, and type or other type; a
claim, a position or a driver on an overlapping passage (a driver also on its sign). Events that the hand-made coding
marks as core are counted apart from all others.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from hikiwake.dossier import Dossier, Event, Position, load
from hikiwake.dossier.entries import Claim, Driver
from hikiwake.periods import Period

Row = dict[str, Any]
Entry = Event | Claim | Position | Driver
TYPES_OF_NO_ACT = ("", None)


def read(folder: Path, name: str) -> list[Row]:
    """The rows of one file of the hand-made coding."""
    return [json.loads(line) for line in (folder / name).read_text(encoding="utf-8").splitlines()]


def overlaps(dossier: Dossier, row: Row, files: dict[str, str], passages: Iterable[str]) -> bool:
    """Whether one of the passages shares characters with the row's own."""
    found = (dossier.passage[id_] for id_ in passages)
    return any(
        files[passage.document] == row["doc"] and passage.start < row["char_end"] and row["char_start"] < passage.end
        for passage in found
    )


def same_event(dossier: Dossier, row: Row, event: Event, files: dict[str, str]) -> bool:
    """Whether an event of the case is the row's: passage, period, a shared actor on each side, and type."""
    period = Period.parse(f"{row['date_start']}/{row['date_end']}")
    states = {actor.partition("/")[0] for actor in (*event.sources, *event.targets)}
    types = {row["plover"] or "", row.get("plover_alt") or row["plover"] or ""}
    return (
        any(
            overlaps(dossier, row, files, [mention.passage])
            and mention.period.overlaps(period)
            and (mention.type in types or event.type in types)
            for mention in event.mentions
        )
        and bool(states & {*row["source"]})
        and (not row["target"] or bool(states & {*row["target"]}))
    )


def recall(rows: list[Row], entries: Iterable[Any], same: Callable[[Row, Any], bool]) -> tuple[int, list[Row]]:
    """How many rows have a counterpart among the entries, and the rows that have none."""
    entries = list(entries)
    missing = [row for row in rows if not any(same(row, entry) for entry in entries)]
    return len(rows) - len(missing), missing


def main() -> None:
    """Print the table, and with ``--missing`` the rows without a counterpart."""
    places = [word for word in sys.argv[1:] if not word.startswith("--")]
    gold = Path(places[0] if places else Path(__file__).resolve().parents[2] / "shared") / "gold"
    dossier = load("japan_russia")
    files = {document.id: document.file[:3] for document in dossier.documents}

    def event(row: Row, entry: Event) -> bool:
        return same_event(dossier, row, entry, files)

    def place(row: Row, entry: Entry) -> bool:
        return overlaps(dossier, row, files, entry.passages)

    def driver(row: Row, entry: Driver) -> bool:
        return place(row, entry) and entry.sign == row["sign"]

    events = [row for row in read(gold, "events.jsonl") if row["tier"] != "non_event"]
    kinds: list[tuple[str, list[Row], Iterable[Any], Callable[[Row, Any], bool]]] = [
        ("core events", [row for row in events if row["tier"] == "core"], dossier.events, event),
        ("other events", [row for row in events if row["tier"] != "core"], dossier.events, event),
        ("claims", read(gold, "claims.jsonl"), dossier.claims, place),
        ("positions", read(gold, "positions.jsonl"), dossier.positions, place),
        ("options", read(gold, "options.jsonl"), dossier.positions, place),
        ("drivers, sign alike", read(gold, "drivers.jsonl"), dossier.drivers, driver),
    ]
    for name, rows, entries, same in kinds:
        found, missing = recall(rows, entries, same)
        print(f"{name:22} {found:3} of {len(rows):3}  {found / len(rows):6.1%}")
        if "--missing" in sys.argv:
            for row in missing:
                told = row.get("what") or row.get("position") or f"{row.get('cause')} -> {row.get('effect')}"
                print(f"    {row['id']} {row['char_start']}-{row['char_end']} {told}")


if __name__ == "__main__":
    main()
