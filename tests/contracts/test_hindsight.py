"""As written by a day: every analysis answers as it would have answered then, and no later document shows through."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

import hikiwake as hw
from hikiwake.comparison import candidates
from hikiwake.dossier import Dossier, records
from hikiwake.dossier.folder.records import document_record
from hikiwake.exports import FORMATS
from hikiwake.modelling import check_conflicts
from hikiwake.modelling.drafting import draft
from hikiwake.report.page import edition
from tests.built_in import japan_russia
from tests.written_later import TRACES, WRITTEN, texts, told

ANALYSES: dict[str, Callable[[Dossier], object]] = {
    "documents": lambda dossier: [document_record(each) for each in dossier.documents],
    "entries": lambda dossier: records(dossier, dossier.entries),
    "frame": lambda dossier: [repr(dossier.case), repr(dossier.actors)],
    "range": lambda dossier: hw.bargaining_range(dossier).as_records(),
    "disagreements": lambda dossier: hw.disagreements(dossier).as_records(),
    "doubts": lambda dossier: hw.disagreements(dossier).doubts.as_records(),
    "candidates": lambda dossier: candidates(dossier).as_records(),
    "findings": lambda dossier: [hw.findings(dossier, draws=20).as_records(), hw.findings(dossier, draws=20).sentences],
    "history": lambda dossier: [hw.history(dossier, orders=20).as_records(), hw.history(dossier, orders=20).sentences],
    "hypotheses": lambda dossier: [hw.hypotheses(dossier).as_records(), hw.hypotheses(dossier).sentences],
    "relation": lambda dossier: [hw.relation(dossier, resamples=20).as_record(), hw.relation(dossier).sentences],
    "coincidence": lambda dossier: [hw.coincidence(dossier, draws=49).as_record(), hw.coincidence(dossier).sentences],
    "draft": lambda dossier: draft(dossier, "1990-1994").text,
    "search": lambda dossier: [
        hw.search(dossier, words).as_records() for words in ("When was the strait closed?", "all")
    ],
    "checked": lambda dossier: check_conflicts(dossier),
    "page": lambda dossier: edition(dossier),
    **{f"export {form}": lambda dossier, form=form: _exported(dossier, form) for form in FORMATS if form != "png"},  # type: ignore[misc]
}
every_analysis = pytest.mark.parametrize("analysis", ANALYSES)
every_day = pytest.mark.parametrize("count", [1, 2, 3])


def _exported(dossier: Dossier, form: str) -> list[tuple[str, str]]:
    contents = FORMATS[form].files(dossier, None)
    if form in ("xlsx", "zip", "qdpx"):
        return [(name, _unpacked(content)) for name, content in contents]
    return [(str(name), content.decode()) for name, content in contents]


def _unpacked(content: bytes) -> str:
    """The texts of an archive, one after another."""
    with ZipFile(BytesIO(content)) as parts:
        return "\n".join(parts.read(name).decode() for name in parts.namelist())


def then(count: int) -> Dossier:
    """The whole case, as written by the day on which one of its documents was."""
    return told(3).as_written_by(WRITTEN[count - 1])


@every_analysis
@every_day
def test_the_answer_is_that_of_a_case_made_then(analysis: str, count: int) -> None:
    assert ANALYSES[analysis](then(count)) == ANALYSES[analysis](told(count))


@every_analysis
@every_day
def test_no_later_document_shows_through(analysis: str, count: int) -> None:
    said = _text(ANALYSES[analysis](then(count)))
    shown = [trace for later in TRACES[count:] for trace in later if trace in said]
    assert shown == []


@pytest.mark.parametrize("words", ["When was the strait closed?", "1991", "times met", "Tredland"])
@every_day
def test_no_later_text_of_the_library_is_found(words: str, count: int, tmp_path: Path) -> None:
    """Nor another file, of which nobody says when it was written."""
    folder = texts(3).library(tmp_path / "texts")
    (folder / "other.txt").write_text("The strait was closed in 1991, and Tredland met them many times.", "utf-8")
    earlier = then(count)
    found = [*hw.search(earlier, words, hw.Library(folder)), *candidates(earlier, hw.Library(folder))]
    assert [trace for later in TRACES[count:] for trace in later if trace in _text(found)] == []
    assert "other.txt" not in _text([hit.passage.document for hit in hw.search(earlier, words, hw.Library(folder))])
    shown = edition(earlier, hw.Library(folder), "full")
    assert [trace for later in TRACES[count:] for trace in later if trace in shown] == []


@every_day
def test_each_document_leaves_a_trace_of_its_own(count: int) -> None:
    """Else nothing could be seen to be missing."""
    said = _text(ANALYSES["entries"](told(3)))
    assert any(trace in said for trace in TRACES[count - 1])


def _text(answer: object) -> str:
    return re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), json.dumps(answer, default=str))


@pytest.mark.parametrize("id_", ["hirose-2018", "brown-2022"])
def test_the_built_in_case_can_be_told_as_of_its_documents(id_: str, tmp_path: Path) -> None:
    """It can be saved and read again, its models are sound, and no later document is named in any entry."""
    whole = japan_russia()
    earlier = whole.as_written_by(whole.document[id_].written.last)
    assert check_conflicts(earlier).faults == ()
    hw.save(earlier, tmp_path / "then")
    assert hw.load(tmp_path / "then") == earlier
    said = _text([ANALYSES["entries"](earlier), earlier.conflicts, edition(earlier)])
    later = [each for each in whole.documents if each.id not in earlier.document]
    assert [each.id for each in later if re.search(rf"\b{re.escape(each.id)}", said) or each.author in said] == []
    frame = repr([earlier.case, earlier.actors, [each.standpoint for each in earlier.documents]])
    assert max(map(int, re.findall(r"\b(?:19|20)\d\d\b", frame))) <= whole.document[id_].written.last.year


def test_no_formula_that_several_documents_tell_counts_its_authors() -> None:
    """Its words are the editor's: they stay when some of the documents fall, and would tell of them."""
    whole = japan_russia()
    told_by_several = [each for each in whole.formulas if len(whole.documents_of(each)) > 1]
    counted = [each.id for each in told_by_several if re.search(r"\b(author|document|source)s?\b", each.includes)]
    assert (len(told_by_several) > 10, counted) == (True, [])
