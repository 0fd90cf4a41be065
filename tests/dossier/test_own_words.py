"""The editor's words are the editor's own: no summary repeats a run of words of a document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from hikiwake.documents import Library, words
from hikiwake.dossier import load

RUN = 7  # words in a row; titles of treaties and strategies are shorter
FIELDS = ("summary", "answer", "stance", "includes", "reason", "statement")


def runs(text: str) -> Iterator[str]:
    """Every run of so many words of a text."""
    each = words(text)
    return (" ".join(each[first : first + RUN]) for first in range(len(each) - RUN + 1))


def test_no_summary_repeats_a_document(shared: Path) -> None:
    """Summaries, answers, stances and reasons of the built-in case against the five documents."""
    dossier = load("japan_russia")
    known = {run for text in Library(shared / "seeds").texts.values() for run in runs(text)}
    told = ((entry.id, getattr(entry, name, "")) for entry in dossier.entries for name in FIELDS)
    assert [(id_, run) for id_, text in told for run in runs(str(text)) if run in known] == []


def test_a_repeated_run_is_found() -> None:
    """The test can fail."""
    assert set(runs("One two three four five six seven eight")) & set(runs("zero, one two three four five six seven"))
