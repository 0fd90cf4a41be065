"""Sentences about many disputes, each with what it tells; ``sentences.csv`` has the types that can be defended."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from hikiwake.coding import propose

TABLE = Path(__file__).with_name("sentences.csv")
ROWS = [*csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines())]
UNDONE = ("negated", "planned", "cancelled", "postponed", "alleged")


@pytest.mark.parametrize("row", [each for each in ROWS if each["type"]], ids=lambda row: row["sentence"][:50])
def test_the_act_of_a_sentence_is_proposed(row: dict[str, str]) -> None:
    """One of the types that can be defended is proposed, and what did not happen is told so."""
    fitting = {row["type"], *row["also"].split(";")}
    made = [each for each in propose("a", row["sentence"]) if fitting & {name for name, _ in each.types}]
    assert made
    if row["happened"] in UNDONE:
        assert row["happened"] in {each.happened for each in made}


@pytest.mark.parametrize("row", [each for each in ROWS if not each["type"]], ids=lambda row: row["sentence"][:50])
def test_advice_conditions_and_remarks_are_no_acts(row: dict[str, str]) -> None:
    """Nothing is proposed for what only should, could or would be, nor for general remarks and questions."""
    assert not [each for each in propose("a", row["sentence"]) if each.kind == "event"]
