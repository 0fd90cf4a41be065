"""What a Markdown file says of itself in a block of keys at its begin is read as such, and is no text."""

from __future__ import annotations

import pytest

from hikiwake.coding import propose
from hikiwake.coding.explaining import explain
from hikiwake.documents.front_matter import front_matter, own_words
from hikiwake.documents.guessing import guess
from hikiwake.documents.structure import structure

BLOCK = "---\ntitle: 'On Reefs: a report'\nauthor: a commission\ndate: 2019-05-03\npublisher: A Press # new\n---\n"
PROSE = "\n# Another heading\n\n*By Nora Berg, 1 June 2001*\n\nIn 1956 Norway and Sweden signed a treaty in Oslo.\n"


def test_the_keys_are_the_bibliography() -> None:
    """They go before what the text below says, and before the names under which a file was saved."""
    told = guess(BLOCK + PROSE, "a.md", {"title": "Draft 7", "publisher": "Somebody"})
    assert (told.title, told.author, told.date) == ("On Reefs: a report", "a commission", "2019-05-03")
    assert told.publisher == "A Press"
    assert dict(told.grounds)["title"] == "text"


def test_what_the_block_does_not_say_the_text_may() -> None:
    told = guess("---\nlayout: post\ntags: [reefs]\n---\n" + PROSE, "a.md")
    assert (told.title, told.author, told.date) == ("Another heading", "Nora Berg", "2001-06-01")


@pytest.mark.parametrize(
    ("lines", "author"),
    [
        ("author: N. Berg", "N. Berg"),
        ('authors: ["N. Berg", O. Dahl]', "N. Berg; O. Dahl"),
        ("author:\n  - N. Berg\n  - O. Dahl\ndate: 2019", "N. Berg; O. Dahl"),
        ("author:\n- name: N. Berg\ntitle: On Reefs", "N. Berg"),
        ("title: >\n  On Reefs\n  and Ferries\nAuthor: N. Berg", "N. Berg"),
        ("author:\ntitle: On Reefs", ""),
    ],
)
def test_authors_may_be_one_or_several(lines: str, author: str) -> None:
    assert front_matter(f"---\n{lines}\n---\nThey met.").says.get("author", "") == author


@pytest.mark.parametrize(
    "text",
    [
        "---\nThe ministry protested: nobody came.\nIt did so twice.\n---\nThey met.",
        "---\n\nThey met.\n\n---\n",
        "---\ntitle: On Reefs\n\nThey met.",
        "# On Reefs\n\n---\ntitle: no key\n---\n",
        "",
        "---",
    ],
)
def test_what_is_no_block_of_keys_is_text(text: str) -> None:
    assert front_matter(text).end == 0
    assert own_words(text) is text


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_block_is_not_coded_and_offsets_are_those_of_the_stored_text(newline: str) -> None:
    """Nothing is proposed of the block, it dates nothing, and passages stand where the text has them."""
    block = "---\ntitle: Norway rejected the treaty with Sweden in 1999\nabstract: 80 per cent of Norway.\n---\n"
    text = (block + PROSE).replace("\n", newline)
    made = propose("a", text)
    assert {text[each.passages[0].start : each.passages[0].end] for each in made if each.kind == "event"} == {
        "In 1956 Norway and Sweden signed a treaty in Oslo."
    }
    assert all(each.passages[0].start > len(block) for each in made)
    assert explain("a", text, None, 0, 40).proposals == ()


def test_the_block_stands_beside_the_text() -> None:
    parts = structure(BLOCK + PROSE)
    assert (parts[0].kind, parts[0].start, parts[0].end) == ("beside", 0, len(BLOCK) - 1)
    assert [part.kind for part in parts[1:]] == ["heading", "paragraph", "paragraph"]
