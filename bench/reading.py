"""How well and how fast the coder reads: the goals beside what is measured, in development and on held-out texts.

python bench/reading.py [--json]

Development: two documents coded by hand (where the shared documents are), the short texts that are named
below, and of the others in tests/coding/texts, in alphabetical order, every second one (the second, the fourth, and so
on). Held out: the first, the third, and so on, and every second record of PLOVER's gold standard records (where they
are); the other half of these was looked at while the rules were written. Nobody who writes rules reads what is held
out, or its errors.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hikiwake.coding import Coded, Score, from_lines, from_table, propose, score
from hikiwake.coding.intake.batches import Batch, work
from hikiwake.documents.segmentation import sentences
from hikiwake.periods import Period

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("HIKIWAKE_SHARED", ROOT.parent / "shared"))
TEXTS = ROOT / "tests" / "coding" / "texts"
DEVELOPED_ON = (
    *("abyei", "bakassi", "beagle", "cenepa", "cod", "euphrates", "guyane", "halaib", "hawar", "isfara"),
    *("macau", "migingo", "nyasa", "perejil", "qana", "saar", "sabah", "sanandres", "sarstoon", "tuzla", "tyrol"),
)
BODIES = frozenset(["EU", "EEC", "UN", "NATO", "G7", "G8", "AU", "IAEA", "LAS", "ICRC", "ASEAN", "OAS"])
RENAMED = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
RECODED = {"JAP": "JPN", "ROM": "ROU", "VTN": "VNM", "ITL": "ITA"}


@dataclass(frozen=True)
class Text:
    """A text that was coded by hand."""

    name: str
    text: str
    written: Period | None
    coded: tuple[Coded, ...]


def short_texts() -> list[Text]:
    """The short texts with what a person found in them."""
    lines = (TEXTS / "texts.csv").read_text(encoding="utf-8").splitlines()[1:]
    return [_short(line.split(",")[0], line) for line in lines if line.strip()]


def _short(name: str, line: str) -> Text:
    text = (TEXTS / f"{name}.txt").read_text(encoding="utf-8")
    written = line.rsplit(",", 2)[1].strip()
    table = (TEXTS / f"{name}.csv").read_text(encoding="utf-8")
    return Text(name, text, Period.parse(written) if written else None, from_table(name, text, table))


def documents() -> list[Text]:
    """The two documents coded by hand."""
    gold = SHARED / "gold"
    if not gold.exists():
        return []
    coded: list[Coded] = []
    for kind in ("event", "position", "claim"):
        coded += from_lines((gold / f"{kind}s.jsonl").read_text(encoding="utf-8").splitlines(), kind)
    known = [json.loads(line) for line in (gold / "documents.jsonl").read_text(encoding="utf-8").splitlines()]
    read = {each.document for each in coded if each.kind == "event"}
    return [_document(row, coded) for row in known if row["doc"] in read]


def _document(row: dict[str, Any], coded: list[Coded]) -> Text:
    text = (SHARED / "seeds" / row["file"]).read_bytes().decode("utf-8")
    written = Period.parse(f"{row['written_from']}/{row['written_to']}")
    return Text(row["doc"], text, written, tuple(each for each in coded if each.document == row["doc"]))


def halves_of_texts() -> tuple[list[Text], list[Text]]:
    """The texts of development, the documents first, and those held out."""
    short = sorted(short_texts(), key=lambda each: each.name)
    first = [each for each in short if each.name in DEVELOPED_ON]
    others = [each for each in short if each.name not in DEVELOPED_ON]
    return [*documents(), *first, *others[1::2]], others[::2]


def measured(texts: list[Text], setting: str, kind: str = "event") -> Score | None:
    """The score of the coder on some texts; ``None`` where there are none or nothing of the kind was coded."""
    coded = [each for text in texts for each in text.coded]
    if not any(each.kind == kind for each in coded):
        return None
    made = [each for text in texts for each in propose(text.name, text.text, text.written, setting)]
    return score(made, coded, kind)


def records(half: int) -> dict[str, float] | None:
    """Type, source, target and triple on every second sentence of the gold standard records, no actors given."""
    file = SHARED / "data" / "gold_text_event" / "PLOVER_GSR_CAMEO.json.gz"
    if not file.exists():
        return None
    rows = json.loads(gzip.decompress(file.read_bytes()))[1:][half::2]
    right = [_right(row) for row in rows]
    columns = dict(zip(("type", "source", "target"), zip(*right, strict=True), strict=True))
    shares = {name: sum(column) / len(rows) for name, column in columns.items()}
    return {**shares, "triple": sum(map(all, right)) / len(rows)}


def _right(row: dict[str, Any]) -> tuple[bool, bool, bool]:
    """Whether type, source and target are right: of the first proposal that is nearly as sure as the surest."""
    made = [each for each in propose("a", row["text"]) if each.types]
    surest = max((each.confidence for each in made), default=0.0)
    best = next((each for each in made if each.confidence >= 0.6 * surest), None)
    if best is None:
        return False, False, False
    sources, targets = (
        {RECODED.get(one["code"], one["code"]) for one in row.get(side) or () if isinstance(one, dict)}
        for side in ("source", "target")
    )
    told = best.type == RENAMED.get(row["event"], row["event"])
    return told, not sources or bool(sources & _ids(best.sources)), not targets or bool(targets & _ids(best.targets))


def _ids(actors: tuple[str, ...]) -> set[str]:
    states = {each.partition("/")[0] for each in actors}
    return states | ({"IGO"} if states & BODIES else set())


def speed(texts: list[Text]) -> float:
    """Sentences a second on one core, from files to proposals, over about ten thousand sentences; the best of five."""
    count = sum(len(sentences(each.text)) for each in texts)
    with tempfile.TemporaryDirectory(prefix="hikiwake-bench-") as scratch:
        files = [file for number in range(1 + 10_000 // count) for file in _written(texts, Path(scratch), number)]
        batch = Batch("recall", (), tuple((str(file), file.stat().st_size, 0) for file in files))
        return (1 + 10_000 // count) * count / min(_taken(batch) for _ in range(5))


def _written(texts: list[Text], folder: Path, number: int) -> Iterator[Path]:
    """Each text as a file of its own, no two of them the same."""
    for each in texts:
        file = folder / f"{each.name}-{number}.txt"
        file.write_text(f"{each.text}\n\nCopy {number}.\n", encoding="utf-8")
        yield file


def _taken(batch: Batch) -> float:
    """Seconds of the processor that a batch of files takes."""
    begun = time.process_time()
    work(batch)
    return time.process_time() - begun


def table() -> Iterator[dict[str, object]]:
    """A row for each goal: what, goal, stretch, and what is measured in development and held out."""
    development, held = halves_of_texts()
    recall, precision = ([measured(texts, name) for texts in (development, held)] for name in ("recall", "precision"))
    for what, goal, stretch, scores, name in (
        ("events, recall (recall setting)", ".65", ".72", recall, "recall"),
        ("events, precision (recall setting)", ".35", ".40", recall, "precision"),
        ("events, recall, the likelier type alone", "", "", recall, "recall, first type"),
        ("passage found, any type", ".88", ".92", recall, "passage found"),
        ("precision (precision setting)", ".65", ".72", precision, "precision"),
        ("recall (precision setting)", ".40", ".45", precision, "recall"),
        ("year right (recall setting)", ".85", ".90", recall, "year"),
        ("year right (precision setting)", ".88", ".90", precision, "year"),
        ("status right where it did not happen", ".50", ".70", recall, "status of what did not happen"),
        ("source right, of events found", "", "", recall, "source"),
        ("target right, of events found", "", "", recall, "target"),
    ):
        yield _row(what, goal, stretch, *(str(each[name]) if each else "not measured" for each in scores))
    for kind, goals in (("position", (".75", ".80", ".40", ".45")), ("claim", (".75", ".80", ".45", ".55"))):
        scores = [measured(texts, "recall", kind) for texts in (development, held)]
        for name, goal, stretch in (("recall", *goals[:2]), ("precision", *goals[2:])):
            yield _row(
                f"{kind}s, {name}", goal, stretch, *(str(each[name]) if each else "not measured" for each in scores)
            )
    halves = records(0), records(1)
    for name, goal, stretch in (
        ("type", ".60", ".65"),
        ("source", ".70", ".75"),
        ("target", ".70", ".75"),
        ("triple", ".35", ".40"),
    ):
        yield _row(
            f"gold standard records, {name}",
            goal,
            stretch,
            *(f"{each[name]:.2f}" if each else "not measured" for each in halves),
        )
    yield _row("sentences a second a core, files to proposals", "3000", "5000", f"{speed(development):.0f}", "")


def _row(what: str, goal: str, stretch: str, development: str, held: str) -> dict[str, object]:
    return {"what": what, "goal": goal, "stretch": stretch, "development": development, "held out": held}


def main() -> None:
    """Print the table, or its rows as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    rows = [*table()]
    if parser.parse_args().json:
        json.dump(rows, sys.stdout, indent=2)
        return
    lines = [[*rows[0]], *([str(cell) for cell in row.values()] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


if __name__ == "__main__":
    main()
