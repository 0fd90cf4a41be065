"""The parts of a text are found where they stand, in every form that files have them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from hikiwake.documents.structure import KINDS, notes, prose, structure

PROSE = "The ministry protested against the patrols, and for a year nobody spoke of a treaty or of the ferries."


def kinds(text: str) -> list[str]:
    """The kinds of the parts, in order."""
    return [part.kind for part in structure(text)]


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        ("# Reefs and ferries", "heading"),
        ("2. The talks of 1993", "heading"),
        ("THE TALKS OF 1993", "heading"),
        ("The Talks of 1993", "heading"),
        ("交渉の経過", "heading"),
        ("> We shall never yield.", "quotation"),
        ("| Year | Ferries |", "row"),
        ("Table 3. Ferries by year", "caption"),
        ("Figure 12: The reefs", "caption"),
        ("表1 漁船の数", "caption"),
        ("- One side waited.", "item"),
        ("[12] Note of the ministry, 6 May 2013.", "footnote"),
        ("[^12]: Note of the ministry, 6 May 2013.", "footnote"),
        ("<sup>12</sup> Note of the ministry.", "footnote"),
        ("¹² Note of the ministry.", "footnote"),
        (PROSE, "paragraph"),
        ("In 1993 they met again.", "paragraph"),
    ],
)
def test_a_block_is_known_by_how_it_begins(block: str, kind: str) -> None:
    text = f"{PROSE}\n\n{block}\n\n{PROSE}\n"
    assert kinds(text) == ["paragraph", kind, "paragraph"]


@pytest.mark.parametrize(
    "heading", ["References", "## Works Cited", "BIBLIOGRAPHY", "参考文献", "7. Selected Bibliography"]
)
def test_what_stands_under_references_is_one(heading: str) -> None:
    listed = "Berg, N. (2019). Reefs. Harbour Press.\n\nHolm, A. (2020). Ferries."
    text = f"{PROSE}\n\n{heading}\n\n{listed}\n\n# Annex\n\n{PROSE}\n"
    assert kinds(text) == ["paragraph", "heading", "reference", "reference", "heading", "paragraph"]


def test_a_footnote_is_tied_to_its_mark_in_every_form() -> None:
    for mark, note in (
        ("[1]", "[1] In May."),
        ("¹", "¹ In May."),
        ("<sup>1</sup>", "<sup>1</sup> In May."),
        ("[^1]", "[^1]: In May."),
    ):
        text = f"They agreed.{mark} {PROSE}\n\n{note}\n"
        (told,) = notes(text)
        assert text[told.start : told.end] == mark
        assert text[told.part.start : told.part.end] == note


def test_endnotes_under_a_heading_are_tied_to_glued_numbers() -> None:
    text = f"They agreed.1 {PROSE}2\n\nNotes\n\n1. In May.\n\n2. In June.\n\n3. Without a mark.\n"
    told = notes(text)
    assert [(each.part.mark, each.start is not None) for each in told] == [("1", True), ("2", True), ("3", False)]


def test_heads_and_feet_of_pages_are_beside_the_text() -> None:
    page = "Reefs and Ferries\n{prose}\n1 Note of the ministry, May 2013.\n{number}"
    text = "\f".join(page.format(prose=PROSE, number=number) for number in (4, 5, 6))
    found = structure(text)
    assert sum(part.kind == "beside" for part in found) >= 3
    assert all(PROSE[:20] not in text[part.start : part.end] for part in found if part.kind == "beside")
    assert prose(text).count(PROSE) == 3 and "Ferries\n" not in prose(text)


def test_parts_are_in_order_and_of_known_kinds() -> None:
    text = f"# One\n{PROSE}\n\n> {PROSE}\n\n1993\n\f{PROSE}\n"
    found = structure(text)
    assert all(part.kind in KINDS for part in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize("text", ["", "\n", "#", "[1]", "|", "\f\f", ">" * 1000, "[1] " * 5000, "x" * 100_000])
def test_odd_texts_have_parts_too(text: str) -> None:
    structure(text)
    notes(text)
