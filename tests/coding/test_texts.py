"""The short texts coded by hand are coded as their README says."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from hikiwake.coding import Coded, from_table, propose
from hikiwake.periods import Period
from hikiwake.vocabulary import choices, event_types

TEXTS = Path(__file__).with_name("texts")
ROWS = [*csv.DictReader((TEXTS / "texts.csv").read_text(encoding="utf-8").splitlines())]
NAMES = [row["name"] for row in ROWS]
SORTS = ("news", "analysis", "chronology", "speech", "notes")
LONGEST = 300
PAST = {"bring": "brought"}  # of plain forms in which a trigger of several words is told


def pair(name: str) -> tuple[str, tuple[Coded, ...]]:
    """A short text and what a person found in it."""
    text = (TEXTS / f"{name}.txt").read_text(encoding="utf-8")
    return text, from_table(name, text, (TEXTS / f"{name}.csv").read_text(encoding="utf-8"))


def test_every_text_is_listed() -> None:
    """Each text has its table and its row."""
    assert sorted(NAMES) == sorted(file.stem for file in TEXTS.glob("*.txt"))
    assert {row["sort"] for row in ROWS} <= {*SORTS}
    for row in ROWS:
        assert not row["written"] or Period.parse(row["written"])


@pytest.mark.parametrize("name", NAMES)
def test_codings(name: str) -> None:
    """Quotes are found, short and of one line; types and statuses are known; ids look like ids; there are events."""
    text, coded = pair(name)
    assert any(each.kind == "event" for each in coded)
    for each in coded:
        quote = text[each.start : each.end]
        assert each.kind in ("event", "position", "claim")
        assert len(quote) <= LONGEST and "\n" not in quote
        assert {*each.types} <= event_types().keys()
        assert each.happened in choices("happened")
        assert all(re.fullmatch(r"[A-Z][A-Z0-9]{1,7}(/[\w -]+)?", actor) for actor in (*each.sources, *each.targets))


@pytest.mark.parametrize("name", NAMES)
def test_proposals_stand_in_the_text(name: str) -> None:
    """Every passage lies in the text, is short, and holds the trigger."""
    text, _ = pair(name)
    for each in propose(name, text):
        for span in each.passages:
            assert 0 <= span.start < span.end <= len(text)
        if each.kind == "event":
            first = each.passages[0]
            assert first.end - first.start <= LONGEST
            trigger = dict(each.why)["trigger"].split()[0].lower()
            passage = text[first.start : first.end].lower()
            assert trigger in passage or PAST.get(trigger, trigger) in passage
