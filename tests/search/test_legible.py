"""Words that a page breaks are searched and shown whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from hikiwake.documents.mending import seen
from hikiwake.search import search as find
from hikiwake.search.legible import indexed
from tests.synthetic import skerries


@pytest.mark.parametrize(
    "text",
    [
        "minis\x02try",
        "minis\x02\r\ntry",
        "minis\u00adtry",
        "minis\u00ad\ntry",
        "minis\ufffetry",
        "min\u200bis\u200dtry",
        "\ufeffministry",
    ],
)
def test_a_broken_word_is_whole(text: str) -> None:
    """Hyphens that are not seen, with and without the line's end, and marks of no width."""
    assert seen(text) == "ministry"
    assert indexed(text) == "ministry"


@pytest.mark.parametrize("text", ["caf\u00e9", "cafe\u0301", "cafe´", "caf´e"])
def test_an_accent_stands_on_its_letter(text: str) -> None:
    """Composed, decomposed, or set beside its letter."""
    assert seen(f"the {text} at") == "the caf\u00e9 at"


def test_what_is_searched_has_hyphenated_words_also_whole() -> None:
    """A line's end may break a word or a compound: both are found."""
    assert {"ministry", "minis-try"} <= set(indexed("The minis-\ntry").split())
    assert {"longterm", "long-term"} <= set(indexed("a long\u2010\nterm".replace("\u2010", "-")).split())
    assert indexed("the m i n i s t r y is") == "the ministry is"


def test_search_finds_and_shows_them(tmp_path: Path) -> None:
    """As the page has it, the passage is shown; its place is that of the stored text."""
    text = "It rained. The minis\x02try pro\u00adtested at the cafe\u0301 of O\u0304shima."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    hit = find(skerries().dossier(), "Did the ministry protest at a café of Ōshima?", tmp_path)[0]
    assert hit.answers
    assert hit.text == "The ministry protested at the café of Ōshima."
    assert text[hit.passage.start : hit.passage.end].startswith("The minis\x02try")
    assert "ministry" in [hit.text[start:end] for start, end in hit.highlights]
