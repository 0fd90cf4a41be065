"""Candidates for comparing: near in words, in different documents, and joined by no entry yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from hikiwake.comparison import candidates
from hikiwake.documents import Library
from tests.synthetic import Builder, skerries

SAID = ("The lighthouse keepers left the Skerries in winter.", "Lighthouse keepers never left the Skerries in winter.")
OTHER = "Bread was dear that year in the harbour town."


def two_documents(*, question: str = "own_answer", second: str = "south") -> Builder:
    """A passage in one document, and one like it and one unlike it in another; the words stand in the texts only."""
    build = Builder()
    build.document("north", "Institute of the North", "NOR", "2000")
    build.document("south", "Institute of the South", "SUD", "2001")
    for document, sentence, asked in (("north", SAID[0], "own_answer"), (second, SAID[1], question)):
        build.add("reading", build.say(document, sentence), question=asked, side="x", answer=f"So says {sentence[:3]}.")
    build.add("reading", build.say("south", OTHER), question="why_failed", side="y", answer="Prices rose.")
    return build


def test_passages_alike_are_found_in_the_texts(tmp_path: Path) -> None:
    build = two_documents(question="own_question")
    found = candidates(build.dossier(), Library(build.library(tmp_path / "library")))
    assert [row.passages for row in found] == [("passage-0001", "passage-0002")]
    assert found[0].likeness > 0.5
    assert {"lighth", "keeper", "winter"} <= set(found[0].words)
    assert found.as_records()[0]["passages"][1]["document"] == "south"


@pytest.mark.parametrize("build", [two_documents(), two_documents(question="own_question", second="north")])
def test_what_is_joined_or_of_one_document_is_no_candidate(build: Builder, tmp_path: Path) -> None:
    assert len(candidates(build.dossier(), Library(build.library(tmp_path / "library")))) == 0


def test_without_a_library_the_words_of_the_entries_are_compared() -> None:
    found = candidates(skerries().dossier())
    assert found
    for row in found:
        assert len({skerries().dossier().passage[id_].document for id_ in row.passages}) == 2


def test_at_most_so_many_and_none_over_another() -> None:
    found = candidates(skerries().dossier(), limit=2)
    assert len(found) == 2
    places = [id_ for row in found for id_ in row.passages]
    assert len(set(places)) == len(places)
