"""Accents set beside their letters and signs of radicals: found again and shown as they are read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hikiwake.documents.beside import with_accents_on
from hikiwake.documents.document import Passage
from hikiwake.documents.finding import Finder
from hikiwake.documents.letters import digest, letter_count
from hikiwake.documents.mending import seen

BEFORE, AFTER = "Something stood before. ", " And after it more stood."
PRINTED = [
    ("Ōshima was closed.", "O¯shima was closed."),
    ("Ōshima was closed.", "¯Oshima was closed."),
    ("The café was shut.", "The caf´e was shut."),
    ("The café was shut.", "The caf´ e was shut."),
    ("The café was shut.", "The cafe \u0301 was shut."),
    ("Le père a dit.", "Le p`ere a dit."),
    ("Ševčík said it.", "Sˇevcˇ´ık said it."),
    ("Ševčík said it.", "ˇSevˇc´ık said it."),
    ("España lo dijo.", "Espa˜na lo dijo."),
    ("Français de là.", "Franc¸ais de l`a."),
    ("Århus was shut.", "˚Arhus was shut."),
    ("Ёлка и протест.", "Е¨лка и протест."),
    ("がぎぐの抗議。", "か゛ぎぐの抗議。"),
    ("日本の山と水は。", "⽇本の⼭と⽔は。"),
    ("青い海と長い島。", "⻘い海と⻑い島。"),
]


def find(cited: str, held: str) -> str | None:
    """The words found in an edition for a passage cited from another."""
    passage = Passage("p", "d", len(BEFORE), len(BEFORE) + len(cited), None, letter_count(cited), digest(cited))
    text = f"{BEFORE}{held}{AFTER}"
    place = Finder(text).find(passage)
    return None if place is None else text[place[0] : place[1]]


@pytest.mark.parametrize(("cited", "held"), PRINTED)
def test_a_passage_is_found_where_accents_stand_beside(cited: str, held: str) -> None:
    """The whole of it, however the edition sets its accents."""
    assert (find(cited, held) or "").strip(" .。") == held.strip(" .。")


def test_other_letters_are_not_found() -> None:
    """An accent that is not there, or on another letter, is another word."""
    assert find("The pêche was shut.", "The p´eche was shut.") is None
    assert find("The cafe was shut.", "The caf´e was shut.") is None


@given(st.text("aeo ´¨ˇ¯`^゛か⽇⻘\u0301ı"), st.booleans())
def test_no_place_moves(text: str, after: bool) -> None:
    assert len(with_accents_on(text, after=after)) == len(text)


@pytest.mark.parametrize(("shown", "text"), [("Ōshima", "O¯shima"), ("Ōshima", "¯Oshima"), ("青い日", "⻘い⽇")])
def test_it_is_shown_as_it_is_read(shown: str, text: str) -> None:
    assert seen(text) == shown
