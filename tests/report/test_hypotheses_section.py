"""Competing hypotheses on the page: a matrix by each analyst, its order, its reasons, its evidence down to passages."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest

import hikiwake as hw
from hikiwake.dossier import Dossier
from hikiwake.dossier.competing import Analysis, Cell, Evidence, Hypothesis, Judgement
from hikiwake.report.grounds import Grounds
from hikiwake.report.otherwise.hypotheses import HypothesesContext, hypotheses_context
from hikiwake.report.page import environment
from hikiwake.report.sections import SECTIONS
from hikiwake.wording.clauses import hypotheses as wording
from tests.synthetic import skerries

JUDGED = (
    Judgement("ann", "event-talks", (Cell("south", "I", "They <i>came</i>."), Cell("both", "C"))),
    Judgement("ann", "letter", (Cell("south", "II"), Cell("both", "I"), Cell("chance", "N"))),
    Judgement("bob", "event-talks", (Cell("south", "CC"), Cell("both", "C"))),
)
HYPOTHESES = (Hypothesis("south", "Suderland & all"), Hypothesis("both", "Both"), Hypothesis("chance", "Chance"))
EVIDENCE = (
    Evidence("event-talks", credibility="high", note="Two tell it."),
    Evidence("letter", "A letter.", "An archive"),
)


def case(judged: tuple[Judgement, ...] = JUDGED) -> Dossier:
    analysis = Analysis("who", "Who <b>refused</b>?", "", "A note.", HYPOTHESES, EVIDENCE, judged)
    return replace(skerries().dossier(), analyses=(analysis,))


def shown(dossier: Dossier) -> HypothesesContext:
    context = hypotheses_context(Grounds(dossier))
    assert context
    return context


@pytest.fixture(scope="module")
def text() -> str:
    (section,) = (each for each in SECTIONS if each.id == "hypotheses")
    made = section.render(Grounds(case()), environment())
    assert made
    return made


def test_a_case_without_hypotheses_has_no_section() -> None:
    assert hypotheses_context(Grounds(skerries().dossier())) is None


def test_there_is_a_matrix_by_each_analyst_in_the_order_of_the_places() -> None:
    dossier = case()
    context = shown(dossier)
    assert [each.analyst for each in context.matrices] == ["ann", "bob"]
    assert [each.id for each in context.matrices] == ["analysis-who", ""]
    for matrix in context.matrices:
        found = hw.hypotheses(dossier, "who", matrix.analyst)
        assert [(row.place, row.text) for row in matrix.rows] == [(str(each.place or ""), each.text) for each in found]
        assert [row.score for row in matrix.rows] == [
            "" if each.score is None else wording.points(each.score) for each in found
        ]
        assert all([mark.number for mark in row.marks] == ["E1", "E2"] for row in matrix.rows)
    first = {row.text: [mark.sign for mark in row.marks] for row in context.matrices[0].rows}
    assert first == {"Chance": ["·", "N"], "Both": ["C", "I"], "Suderland & all": ["I", "II"]}
    assert [row.text for row in context.matrices[0].rows] == [*first]


def test_what_is_said_calls_evidence_by_the_numbers_that_are_shown() -> None:
    (ann, _) = shown(case()).matrices
    assert any("E2" in line for line in ann.told) and not any("A letter" in line for line in ann.told)
    assert any(re.match(r"1 of 6 cells is not judged", line) for line in ann.told)


def test_evidence_opens_its_entry_or_names_its_source_and_each_cell_has_its_reason() -> None:
    (ann, _) = shown(case()).matrices
    talks, letter = ann.pieces
    assert (talks.number, talks.href, talks.source, bool(talks.cited)) == ("E1", "event-talks", "", True)
    assert (letter.number, letter.href, letter.source, letter.cited) == ("E2", "", "An archive", [])
    assert talks.reasons == [("I", "Suderland & all", "They <i>came</i>."), ("C", "Both", "")]
    assert talks.weight.startswith("Credibility high, relevance medium") and talks.note == "Two tell it."


def test_the_cells_on_which_analysts_differ_are_told() -> None:
    assert shown(case()).apart == [
        "Who <b>refused</b>? The analysts come to different ends: ann “Chance”, bob “Suderland & all” and “Both”; they "
        "differ in 1 cell.",
        "E1 with “Suderland & all”: ann inconsistent, bob very consistent.",
    ]
    assert shown(case(JUDGED[:2])).apart == []


def test_where_nobody_judged_there_is_no_order() -> None:
    (only,) = shown(case(())).matrices
    assert (only.analyst, only.id) == ("", "analysis-who")
    assert [row.place for row in only.rows] == ["", "", ""]
    assert {mark.sign for row in only.rows for mark in row.marks} == {"·"} and only.pieces[0].does == ""


def test_the_section_shows_words_as_words(text: str) -> None:
    assert "<b>refused" not in text and "<i>came" not in text and "They &lt;i&gt;came" in text
    assert wording.CAVEAT in html.unescape(text)
    assert text.count('<table class="ach">') == 2
    assert len(re.findall(r'<td class="mark mark-\w+" data-label="E\d" title="E\d: [\w ]+">', text)) == 12
    assert '<a href="#event-talks">' in text
