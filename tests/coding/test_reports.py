"""Two reports of the same acts, coded by hand: most merges that are proposed between them are true."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from hikiwake.coding import merges, propose
from hikiwake.periods import Period
from hikiwake.workbench.proposal import Proposal

FOLDER = Path(__file__).parent
PAIRS = [*csv.DictReader((FOLDER / "reports" / "pairs.csv").read_text(encoding="utf-8").splitlines())]
WRITTEN = {"perejil": ("2002-07-18", "2012-07"), "bakassi": ("2014-01", "2008-08-15")}
LEAST_RIGHT = 0.75  # share of the merges that join what a person joined
LEAST_FOUND = {"perejil": 4, "bakassi": 12}


def texts_of(name: str) -> dict[str, str]:
    """The two reports."""
    return {folder: (FOLDER / folder / f"{name}.txt").read_text(encoding="utf-8") for folder in ("texts", "reports")}


def stands(proposal: Proposal, folder: str, words: str, texts: dict[str, str]) -> bool:
    """Whether a proposal is of a report and shares a place with some words of it."""
    start = texts[folder].index(words)
    return any(
        span.document == folder and span.start < start + len(words) and start < span.end for span in proposal.passages
    )


@pytest.mark.parametrize("name", WRITTEN)
def test_most_merges_are_true(name: str) -> None:
    """Of the acts that both tell some are found, and few are joined that are two."""
    texts = texts_of(name)
    made = [
        each
        for (folder, text), written in zip(texts.items(), WRITTEN[name], strict=True)
        for each in propose(folder, text, Period.parse(written))
    ]
    by_id = {each.id: each for each in made}
    pairs = [row for row in PAIRS if row["name"] == name]
    found, right, proposed = set(), 0, merges(made, texts)
    for merge in proposed:
        both = [by_id[id_] for id_ in dict(merge.cells)["of"].split(";")]
        first, second = sorted(both, key=lambda each: each.document, reverse=True)
        hits = {
            number
            for number, row in enumerate(pairs)
            if stands(first, "texts", row["first"], texts) and stands(second, "reports", row["second"], texts)
        }
        found |= hits
        right += bool(hits)
    assert right >= LEAST_RIGHT * len(proposed)
    assert len(found) >= LEAST_FOUND[name]


def test_a_report_is_merged_with_the_likeliest_only() -> None:
    """Of two reports of the same month the one of the same place and words."""
    texts = {
        "one": "On 3 May 1999 Sweden attacked a Norwegian ship near Bergen.",
        "other": "In May 1999 Sweden attacked a ship of Norway near Bergen. In May 1999 Sweden attacked Norway.",
    }
    made = [each for name, text in texts.items() for each in propose(name, text)]
    across = [each for each in merges(made, texts) if len({span.document for span in each.passages}) == 2]
    assert [texts["other"][each.passages[1].start : each.passages[1].end][-7:] for each in across] == ["Bergen."]


def test_a_report_that_names_nobody_is_held_against_those_of_its_month() -> None:
    """Of the same type, in another text; in another month it is not."""
    texts = {
        "one": "The treaty was signed on 12 June 2006.",
        "other": "On 12 June 2006 Peru and Chile signed the treaty.",
    }
    made = [each for name, text in texts.items() for each in propose(name, text)]
    assert len(merges(made, texts)) == 1
    texts["other"] = texts["other"].replace("June", "July")
    made = [each for name, text in texts.items() for each in propose(name, text)]
    assert not merges(made, texts)


def test_one_party_of_two_is_not_enough() -> None:
    """The same act of a third state is another, in whatever likeness of words."""
    texts = {"one": "On 3 May 1999 Peru and Chile signed a treaty on the river.", "other": ""}
    texts["other"] = texts["one"].replace("Chile", "Bolivia")
    assert not merges([each for name, text in texts.items() for each in propose(name, text)], texts)
    texts["other"] = texts["one"].replace("signed", "have signed")
    assert len(merges([each for name, text in texts.items() for each in propose(name, text)], texts)) == 1
