"""How good search is: questions of an analyst about five documents, and what answers them, in the table beside.

python bench/questions.py DOCUMENTS [--missed]

DOCUMENTS is the folder with the files of the built-in case's documents. A line of the table holds a question and its
evidence: a document and words that stand together in the passage that answers; ``|`` parts passages of which any will
do, ``&`` the parts of a question, each of which needs its own; without evidence the documents hold no answer. Printed
are the share of the questions with the evidence among the first five passages, and how many of those without an answer
have a row that claims to be one.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Sequence
from pathlib import Path

from hikiwake.documents import Library
from hikiwake.dossier import load
from hikiwake.search import Hit, Search

TABLE = Path(__file__).with_suffix(".csv")
FIRST = 5


def questions() -> list[tuple[str, str]]:
    """Every question with its evidence."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [(row["question"], row["evidence"]) for row in csv.DictReader(file)]


def is_evidence(hit: Hit, evidence: str) -> bool:
    """Whether a passage is one of those that answer."""
    for each in evidence.split("|"):
        document, _, words = each.partition(":")
        if document.strip() == hit.passage.document and all(word in hit.text for word in words.split()):
            return True
    return False


def evidence_among(hits: Sequence[Hit], evidence: str) -> bool:
    """Whether the evidence of every part of a question is among some passages."""
    return all(any(is_evidence(hit, part) for hit in hits) for part in evidence.split("&"))


def told(search: Search, question: str) -> str:
    """A question that went wrong, with the first passages found."""
    hits = search.find(question, 3)
    lines = [f"{hit.score:.2f} {_claims(hit)} {hit.passage.document} {hit.text[:110]!r}" for hit in hits]
    return "\n      ".join([f"   {question}", *lines])


def _claims(hit: Hit) -> bool:
    return hit.answers


def main() -> None:
    """Print both numbers."""
    parser = argparse.ArgumentParser(description="Measure the quality of search on new questions.")
    parser.add_argument("documents", type=Path)
    parser.add_argument("--missed", action="store_true", help="list what was not found, and what claims too much")
    options = parser.parse_args()
    search = Search(load("japan_russia"), Library(options.documents))
    answered = [(question, evidence) for question, evidence in questions() if evidence]
    unanswered = [question for question, evidence in questions() if not evidence]
    found = {q: evidence_among(search.find(q, FIRST), evidence) for q, evidence in answered}
    known = sum(evidence_among([*filter(_claims, search.find(q, FIRST))], evidence) for q, evidence in answered)
    claimed = [q for q in unanswered if any(_claims(hit) for hit in search.find(q, FIRST))]
    right = sum(found.values())
    print(f"evidence among the first {FIRST}: {right} of {len(found)} ({right / len(found):.0%})")
    print(f"of these, evidence that is told to answer: {known}")
    print(f"without an answer, a row that claims one: {len(claimed)} of {len(unanswered)}")
    for question in [*(q for q in found if not found[q]), *claimed] if options.missed else []:
        print(told(search, question))


if __name__ == "__main__":
    main()
