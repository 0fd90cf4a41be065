"""Competing hypotheses: the order, what decides it, what would change it, held against counting by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import hikiwake as hw
from hikiwake.comparison.hypotheses import scoring
from hikiwake.comparison.hypotheses.drafting import draft, draft_text
from hikiwake.comparison.hypotheses.result import Hypotheses
from hikiwake.dossier.competing import CELLS, LEVELS, Analysis, Cell, Evidence, Hypothesis, Judgement
from hikiwake.dossier.folder.analyses.file import read_analyses
from hikiwake.dossier.folder.toml.file import TomlFile
from tests.built_in import japan_russia
from tests.synthetic import skerries

Exact = tuple[Fraction, Fraction]  # a + b * sqrt 2
_WEIGHT = {"high": (0, 1), "medium": (1, 0), "low": (0, Fraction(1, 2))}


def product(one: tuple[object, object], other: tuple[object, object]) -> Exact:
    (a, b), (c, d) = (tuple(map(Fraction, each)) for each in (one, other))  # type: ignore[arg-type]
    return a * c + 2 * b * d, a * d + b * c


def larger(one: Exact, other: Exact) -> bool:
    """Whether one number of the form a + b * sqrt 2 is larger, without a floating point."""
    a, b = one[0] - other[0], one[1] - other[1]
    if (a >= 0) == (b >= 0) or not a or not b:
        return a > 0 or b > 0
    return (a * a > 2 * b * b) == (a > 0)


def exact_scores(cells: list[list[str]], levels: list[tuple[str, str]], kept: set[int]) -> list[Exact]:
    """The scores by the definition, hypothesis by hypothesis, in exact numbers."""
    found = []
    for row in cells:
        total = (Fraction(0), Fraction(0))
        for place in kept:
            taken = {"I": 1, "II": 2}.get(row[place], 0)
            weight = product(_WEIGHT[levels[place][0]], _WEIGHT[levels[place][1]])
            total = (total[0] - taken * weight[0], total[1] - taken * weight[1])
        found.append(total)
    return found


def leading(found: list[Exact]) -> tuple[int, ...]:
    return tuple(place for place, each in enumerate(found) if not any(larger(other, each) for other in found))


def smallest(cells: list[list[str]], levels: list[tuple[str, str]]) -> dict[tuple[int, ...], tuple[int, ...]]:
    """The smallest sets without which others lead, one set after another."""
    every = set(range(len(levels)))
    now = leading(exact_scores(cells, levels, every))
    for size in range(1, min(3, len(levels) - 1) + 1):
        found = {}
        for gone in combinations(sorted(every), size):
            then = leading(exact_scores(cells, levels, every - {*gone}))
            if then != now:
                found[gone] = then
        if found:
            return found
    return {}


@st.composite
def matrices(draw: st.DrawFn) -> tuple[list[list[str]], list[tuple[str, str]]]:
    pieces = draw(st.integers(1, 6))
    row = st.lists(st.sampled_from(CELLS), min_size=pieces, max_size=pieces)
    cells = draw(st.lists(row, min_size=2, max_size=4))
    level = st.tuples(st.sampled_from(LEVELS), st.sampled_from(LEVELS))
    return cells, draw(st.lists(level, min_size=pieces, max_size=pieces))


def arrays(cells: list[list[str]], levels: list[tuple[str, str]]) -> tuple[scoring.Cells, scoring.Scores]:
    weights = [scoring.WEIGHT[one] * scoring.WEIGHT[other] for one, other in levels]
    return np.array([[CELLS.index(cell) for cell in row] for row in cells], dtype=np.int8), np.array(weights)


@given(matrices())
def test_least_removals_are_those_of_trying_every_set(made: tuple[list[list[str]], list[tuple[str, str]]]) -> None:
    assert dict(scoring.least_removals(scoring.penalties(*arrays(*made)))) == smallest(*made)


@given(matrices())
def test_ties_are_those_of_exact_numbers(made: tuple[list[list[str]], list[tuple[str, str]]]) -> None:
    found = scoring.first(scoring.scores(scoring.penalties(*arrays(*made))))
    assert found == leading(exact_scores(*made, set(range(len(made[1])))))


@given(matrices())
def test_deciding_steps_are_those_of_trying_every_cell(made: tuple[list[list[str]], list[tuple[str, str]]]) -> None:
    cells, levels = made
    every = set(range(len(levels)))
    now, expected = leading(exact_scores(cells, levels, every)), set()
    for row, column in ((row, column) for row in range(len(cells)) for column in every):
        for step in (-1, 1):
            place = CELLS.index(cells[row][column]) + step
            if 0 <= place < len(CELLS):
                other = [[*each] for each in cells]
                other[row][column] = CELLS[place]
                if (then := leading(exact_scores(other, levels, every))) != now:
                    expected.add((row, column, place, then))
    assert {*scoring.deciding_steps(*arrays(cells, levels))} == expected


def analysis(cells: dict[str, dict[str, str]], **more: object) -> Analysis:
    """An analysis by analysts: for each the cells of a piece of evidence, one letter group a hypothesis."""
    names = next(iter(next(iter(cells.values())).values())).split()
    pieces = next(iter(cells.values()))
    evidence = tuple(Evidence(id_, f"Evidence {id_}", f"Report on {id_}") for id_ in pieces)
    return Analysis(
        "who", "Who did it?",
        hypotheses=tuple(Hypothesis(f"h{place}", f"Answer {place}") for place in range(1, len(names) + 1)),
        evidence=tuple(replace(each, **more) for each in evidence),  # type: ignore[arg-type]
        judgements=tuple(
            Judgement(who, id_, tuple(Cell(f"h{place}", cell) for place, cell in enumerate(row.split(), 1)
                                      if cell != "-"))
            for who, own in cells.items() for id_, row in own.items()
        ),
    )  # fmt: skip


def weighed(*analyses: Analysis, **asked: str) -> Hypotheses:
    return hw.hypotheses(replace(skerries().dossier(), analyses=analyses), **asked)


def test_only_inconsistency_counts_and_weights_multiply() -> None:
    rows = weighed(analysis({"A": {"a": "CC I", "b": "N II"}}, credibility="high", relevance="high"))
    assert [(row.hypothesis, row.score, row.unweighted) for row in rows] == [("h1", 0.0, 0), ("h2", -6.0, -3)]
    assert rows[1].against == ("a", "b")
    assert rows[1].very == ("b",)


def test_a_tie_is_told_as_one() -> None:
    rows = weighed(analysis({"A": {"a": "I C C", "b": "C I II"}}))
    assert [(row.place, row.tied) for row in rows] == [(1, True), (1, True), (3, False)]
    assert "“Answer 1” and “Answer 2” (−1), which tie; then “Answer 3” (−2)" in rows.sentences[0]


def test_what_is_not_judged_takes_nothing_and_is_told() -> None:
    rows = weighed(analysis({"A": {"a": "- I -", "b": "C - -"}}))
    assert [(row.hypothesis, row.place, row.not_judged) for row in rows] == [
        ("h1", 1, 1),
        ("h2", 2, 1),
        ("h3", None, 2),
    ]
    assert any(line.startswith("4 of 6 cells are not judged") for line in rows.sentences)


def test_nothing_judged_has_no_order() -> None:
    rows = weighed(replace(analysis({"A": {"a": "C C"}}), judgements=()))
    assert [(row.analyst, row.place, row.score) for row in rows] == [("", None, None)] * 2
    assert rows.sentences[0] == "Who did it? Nothing is judged yet: 2 hypotheses, 1 piece of evidence."
    assert [*rows.changes] == []


def test_evidence_that_takes_the_same_from_all_decides_nothing_though_its_cells_differ() -> None:
    found = {row.evidence: row for row in weighed(analysis({"A": {"a": "CC N", "b": "I I", "c": "C I"}})).evidence}
    assert {id_: (row.spread, row.decides) for id_, row in found.items()} == {
        "a": (2, False), "b": (0, False), "c": (2, True)
    }  # fmt: skip
    assert next(iter(found)) == "c"


def test_one_piece_that_decides_is_told_with_who_leads_without_it() -> None:
    rows = weighed(analysis({"A": {"a": "C II", "b": "I C"}}))
    assert {row.evidence: row.first_without for row in rows.evidence} == {"a": ("h2",), "b": ()}
    assert "It hangs on one piece of evidence: without “Evidence a”, “Answer 2” comes first." in rows.sentences


def test_evidence_of_one_document_is_left_out_together() -> None:
    one = analysis({"A": {"a": "C I", "b": "C I", "c": "I C"}})
    same = replace(one, evidence=tuple(replace(each, source="One report") if each.id != "c" else each
                                       for each in one.evidence))  # fmt: skip
    rows = weighed(same)
    documents = [(row.document, row.evidence, row.first) for row in rows.changes if row.kind == "document"]
    assert documents == [("One report", ("a", "b"), ("h2",))]
    assert any(
        "Two pieces of evidence rest on One report alone and are not independent" in each for each in rows.sentences
    )


def test_entries_rest_on_their_documents() -> None:
    one = Analysis(
        "strait", "Who lost by the closing of the strait?",
        hypotheses=(Hypothesis("north", "Norland"), Hypothesis("south", "Suderland")),
        evidence=(Evidence("event-strait-closed"), Evidence("claim-001")),
        judgements=(Judgement("A", "event-strait-closed", (Cell("north", "I"), Cell("south", "C"))),),
    )  # fmt: skip
    sources = {row.evidence: len(row.sources) for row in weighed(one).evidence}
    assert sources == {"event-strait-closed": 2, "claim-001": 1}


def test_analysts_stand_side_by_side_and_are_never_averaged() -> None:
    rows = weighed(analysis({"A": {"a": "C II", "b": "C C"}, "B": {"a": "II C", "b": "C N"}}))
    assert [(row.analyst, row.hypothesis, row.place) for row in rows] == [
        ("A", "h1", 1), ("A", "h2", 2), ("B", "h2", 1), ("B", "h1", 2)
    ]  # fmt: skip
    assert [(row.evidence, row.hypothesis, row.spread) for row in rows.between_analysts][:3] == [
        ("a", "h1", 3), ("a", "h2", 3), ("b", "h2", 1)
    ]  # fmt: skip
    assert any("The analysts come to different ends: A “Answer 1”, B “Answer 2”" in each for each in rows.sentences)


def test_weights_that_decide_are_told() -> None:
    one = analysis({"A": {"a": "C I", "b": "I C", "c": "I C"}})
    heavy = replace(one, evidence=(replace(one.evidence[0], credibility="high", relevance="high"),
                                   *(replace(each, credibility="low") for each in one.evidence[1:])))  # fmt: skip
    assert "Where all evidence counts alike, “Answer 2” comes first." in weighed(heavy).sentences


def test_no_sentence_says_that_a_hypothesis_is_true_or_likely() -> None:
    found = hw.hypotheses(japan_russia())
    told = [*found.sentences[:-1], *found.evidence.sentences, *found.changes.sentences, *(row.why for row in found)]
    assert [line for line in told if any(word in line.lower() for word in (" true", "likely", "probab", "prove"))] == []
    assert found.sentences[-1].startswith("Least inconsistent does not mean true or likely")


def test_unknown_names_are_refused_with_the_near_one() -> None:
    with pytest.raises(hw.HikiwakeError, match=r"'wo' is no analysis of the case.*'who'"):
        weighed(analysis({"A": {"a": "C I"}}), analysis="wo")
    with pytest.raises(hw.HikiwakeError, match="'B' is no analyst"):
        weighed(analysis({"A": {"a": "C I"}}), analyst="B")


def two_sides() -> Iterator[object]:
    build = skerries()
    south = build.say("south-1997", "No compromise was offered after the strait was closed.")
    build.add("reading", south, question="why_failed", side="no-offer", answer="None offered one.",
              about="event-strait-closed")  # fmt: skip
    yield build.dossier()


def test_a_draft_has_the_sides_and_what_touches_them_and_judges_nothing() -> None:
    dossier = next(two_sides())
    drafted = draft(dossier, "why_failed")  # type: ignore[arg-type]
    assert [(each.id, each.readings) for each in drafted.hypotheses] == [
        ("refusal", ("refusal",)), ("no-offer", ("no-offer",))
    ]  # fmt: skip
    assert [each.id for each in drafted.evidence] == ["event-strait-closed"]
    assert drafted.judgements == ()
    source = TomlFile("hypotheses.toml", draft_text(dossier, drafted))  # type: ignore[arg-type]
    assert (read_analyses(source), source.faults) == ((drafted,), [])


def test_a_question_with_one_answer_gives_no_draft() -> None:
    with pytest.raises(hw.HikiwakeError, match="'own_answer' has 1 answer in the case, expected two or more"):
        draft(skerries().dossier(), "own_answer")
    with pytest.raises(hw.HikiwakeError, match="is no question of the case"):
        draft(skerries().dossier(), "why_fail")
