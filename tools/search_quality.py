"""How good search is: on questions with an answer in the five documents, and on questions without one.

    python tools/search_quality.py [--library ../shared/seeds] [--missed]

A question counts as answered when one of the first five passages shares half of the shorter of the two with the place
of the evidence. Half of the questions of each kind were held out: nothing was chosen by looking at them.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from hikiwake.documents import Library
from hikiwake.dossier import load
from hikiwake.search import Hit, Search

ROOT = Path(__file__).resolve().parent.parent
QUESTIONS = ROOT / "tests" / "search" / "search_questions.json"
FIRST = 5
SETS = ("development", "held out")

Row = dict[str, Any]


def questions() -> dict[str, list[Row]]:
    """The questions: ``answered`` with the place of the evidence, ``unanswered`` without."""
    found: dict[str, list[Row]] = json.loads(QUESTIONS.read_text(encoding="utf-8"))
    return found


def stands_in(hit: Hit, row: Row) -> bool:
    """Whether a passage holds the evidence, or most of what it says."""
    shared = min(hit.passage.end, row["end"]) - max(hit.passage.start, row["start"])
    shorter = min(hit.passage.end - hit.passage.start, row["end"] - row["start"])
    return bool(hit.passage.document == row["document"] and shared >= shorter / 2)


def rank(search: Search, row: Row) -> int:
    """At which place the evidence comes, or 0 where it is not among the first passages."""
    hits = search.find(row["question"], FIRST)
    return next((place for place, hit in enumerate(hits, 1) if stands_in(hit, row)), 0)


def missed(search: Search, rows: list[Row]) -> list[Row]:
    """The questions whose evidence is not among the first passages."""
    return [row for row in rows if not rank(search, row)]


def wrongly_answered(search: Search, rows: list[Row]) -> list[Row]:
    """The questions without an answer for which a passage claims to be one."""
    return [row for row in rows if any(hit.answers for hit in search.find(row["question"], FIRST))]


def main() -> None:
    """Print both shares for each set, with the library and without."""
    parser = argparse.ArgumentParser(description="Measure the quality of search.")
    parser.add_argument("--library", type=Path, default=ROOT.parent / "shared" / "seeds")
    parser.add_argument("--missed", action="store_true", help="list what was not found, or wrongly found")
    options = parser.parse_args()
    dossier, asked = load("japan_russia"), questions()
    library = Library(options.library)
    ways = {"with the library": (dossier, library), "entries alone": (dossier, None)}
    for way, held in ways.items():
        search = Search(*held)
        for name in SETS:
            answered, unanswered = ([row for row in asked[kind] if row["set"] == name] for kind in asked)
            lost, wrong = missed(search, answered), wrongly_answered(search, unanswered)
            first = sum(rank(search, row) == 1 for row in answered)
            print(
                f"{way:17} {name:12} evidence among the first {FIRST}: {len(answered) - len(lost)} of {len(answered)}, "
                f"first: {first}; without an answer, no claim: {len(unanswered) - len(wrong)} of {len(unanswered)}"
            )
            for row in (lost + wrong) if options.missed else []:
                told = [
                    f"{hit.score:.2f} {hit.answers} {hit.passage.document} {hit.marked('[', ']')[:150]!r}"
                    for hit in search.find(row["question"], 2)
                ]
                print("   ", row["question"], *told, sep="\n        ")


if __name__ == "__main__":
    main()
