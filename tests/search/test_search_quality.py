"""Search answers questions on the five documents, and says so where they hold no answer."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from hikiwake.documents import Library
from hikiwake.dossier import load
from hikiwake.search import Search

LEAST = 0.85


@pytest.fixture(scope="module")
def quality(root: Path) -> ModuleType:
    """The tool that measures it."""
    return _script(root / "tools" / "search_quality.py")


def _script(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_questions_are_spread_over_the_documents_and_hold_none_of_their_words(quality: ModuleType) -> None:
    """Forty questions with a place each, half of them held out, and thirty without an answer."""
    asked = quality.questions()
    places = [row for row in asked["answered"] if set(row) == {"question", "document", "start", "end", "set"}]
    assert len(places) == len({row["question"] for row in places}) == 40
    assert {row["document"] for row in places} == {document.id for document in load().documents}
    assert sum(row["set"] == "held out" for row in places) == 20
    assert sum(row["set"] == "held out" for row in asked["unanswered"]) == 15


@pytest.mark.parametrize("name", ["development", "held out"])
def test_search_with_the_library(quality: ModuleType, shared: Path, name: str) -> None:
    """The evidence is among the first five passages; without an answer, nothing comes back."""
    search, asked = Search(load(), Library(shared / "seeds")), quality.questions()
    answered, unanswered = ([row for row in asked[kind] if row["set"] == name] for kind in ("answered", "unanswered"))
    assert len(quality.missed(search, answered)) <= (1 - LEAST) * len(answered)
    assert quality.wrongly_answered(search, unanswered) == []


def test_the_questions_of_an_analyst(root: Path, shared: Path) -> None:
    """In parts, with authors and dates, in three languages: the evidence is found, and little is claimed without."""
    asked = _script(root / "bench" / "questions.py")
    search = Search(load(), Library(shared / "seeds"))
    answered = [(question, evidence) for question, evidence in asked.questions() if evidence]
    unanswered = [question for question, evidence in asked.questions() if not evidence]
    found = [asked.evidence_among(search.find(question, asked.FIRST), evidence) for question, evidence in answered]
    claimed = [question for question in unanswered if any(hit.answers for hit in search.find(question, asked.FIRST))]
    assert (len(answered), len(unanswered)) == (60, 12)
    assert sum(found) >= LEAST * len(answered)
    assert len(claimed) <= 2
