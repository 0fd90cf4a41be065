"""The program takes nobody's side: what it says itself, and what the case's editor says, has no partisan words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from hikiwake.dossier import Dossier, built_in, load

SRC = Path(__file__).resolve().parent.parent / "src" / "hikiwake"
SPOKEN = [
    *SRC.rglob("*.html"),
    *(SRC / "wording").glob("*.py"),
    *SRC.glob("conflict/*wording*.py"),
    *SRC.glob("cli/*.py"),
]

# What each side says of land and of the other, and words that judge an act or a government.
LAND = r"(of )?(the )?(land|island|territor|two|three|four|all)"
WORDS = (
    rf"recover(s|ed|ing|y)? {LAND}",
    rf"return(s|ed|ing)? {LAND}",
    rf"restor(e|es|ed|ation) {LAND}",
    "(re)?gain(s|ed|ing)? back",
    "(give|gives|given|gave|hand|hands|handed) back",
    "rightful(ly)?|illegitimate(ly)?|inherent territory|unprovoked|(?<!legal )regime|puppet|so-called|thug|pariah",
    "crushing|heroic|shameful|treacherous(ly)?|liberat(ed|ion)",
)
PARTISAN = re.compile(rf"\b({'|'.join(WORDS)})", re.IGNORECASE)


def spoken_by_the_editor() -> Iterator[tuple[str, str]]:
    """Every summary of the built-in cases with the id of its entry, and the terms of their frames."""
    for name in built_in():
        yield from _spoken(load(name))


def _spoken(dossier: Dossier) -> Iterator[tuple[str, str]]:
    for entry in dossier.entries:
        for name in ("summary", "answer", "stance", "includes", "title", "reason"):
            if text := getattr(entry, name, ""):
                yield entry.id, str(text)
    for name in ("issues", "eras", "variables", "mechanisms", "measures", "tables"):
        yield from ((term.id, term.title) for term in getattr(dossier.case, name))
    yield from ((question.id, question.wording) for question in dossier.case.questions)


def partisan(texts: Iterator[tuple[str, str]]) -> list[str]:
    """Where partisan words stand, and which."""
    return [f"{where}: {found[0]!r} in {text[:80]!r}" for where, text in texts if (found := PARTISAN.search(text))]


@pytest.mark.parametrize("path", SPOKEN, ids=lambda path: str(path.relative_to(SRC)))
def test_the_program_speaks_neutrally(path: Path) -> None:
    """Templates, wordings and commands."""
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    assert not partisan((f"{path.name}:{number}", line) for number, line in lines)


def test_the_editor_speaks_neutrally() -> None:
    """Summaries, titles and questions of the built-in case; a word may be quoted where it is marked as quoted."""
    unquoted = ((where, re.sub(r"[“\"‘'][^”\"’']*[”\"’']", "", text)) for where, text in spoken_by_the_editor())
    assert not partisan(unquoted)


def test_partisan_words_are_found() -> None:
    """The test can fail."""
    said = ["the return of two islands", "recover the land", "an unprovoked attack", "give back", "the regime"]
    assert len(partisan((text, text) for text in said)) == len(said)
    assert not partisan((text, text) for text in ("Abe returns to office", "a transfer of two islands", "they recover"))


def test_the_editor_names_documents_by_author_and_not_by_number() -> None:
    """A number of a file says nothing to a reader; hundreds and years are written otherwise."""
    numbered = re.compile(r"(?<![\w,.-])0\d\d(?![\w,.-])|\bdocument \d")
    assert numbered.search("and 000 counts that") and numbered.search("document 4 says")
    assert [where for where, text in spoken_by_the_editor() if numbered.search(text)] == []
