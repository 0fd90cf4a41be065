"""The record and up to three sets of assumptions side by side: what is otherwise is outlined, and told why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hikiwake.desk.whatif.answers import Answer, Side
from hikiwake.figures.gap import outlined
from hikiwake.settlement.scenarios import Difference
from hikiwake.settlement.scenarios.result import ASSUMPTION, OUTCOME, RANGE, SETTLEMENT
from hikiwake.wording.settlements import NO_SIGN, legend

MOST_ENTRIES = 8
MOST_OUTCOMES = 4  # that are shown at once
SAID = {"?": "not told"}
ORDER = (SETTLEMENT, RANGE, OUTCOME)
_GROUNDS = re.compile(r"\s*\[[^\[\]]*\]")  # ids in a sentence, which are told below it


@dataclass(frozen=True, slots=True)
class Cell:
    """What is said under one set of assumptions, and whether it is otherwise."""

    words: str
    changed: bool


Signs = tuple[str, list[tuple[Cell, ...]]]  # a way to settle, and by era the sign by the record and under each set


@dataclass(frozen=True, slots=True)
class Beside:
    """A line: an outcome, a settlement or a range by the record, and under each set; why it is otherwise under each."""

    era: str
    sort: str
    id: str
    title: str
    before: str
    cells: tuple[Cell, ...]
    why: tuple[tuple[tuple[int, ...], str], ...]
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of the gap, wide and narrow, and the eras in which it is otherwise."""

    drawings: tuple[str, ...]
    eras: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """What is otherwise under each set, by their letters: lines, how much is the same, charts, answers, the matrix.

    ``first`` is how many lines are shown at once; ``steady`` are the ways to settle of which the same is said.
    """

    letters: list[str]
    lines: list[Beside]
    first: int
    same: int
    charts: list[Chart]
    shapes: str
    seen: frozenset[str]
    answered: list[tuple[str, str, tuple[Cell, ...]]]
    eras: tuple[str, ...]
    matrix: list[Signs]
    steady: list[Signs]
    legend: tuple[str, ...]


def results(side: Side, letters: list[str], answers: Sequence[Answer]) -> Results:
    """The record and the answers under each set, side by side."""
    rows, same = lines(answers)
    eras, cells = matrix(side, answers)
    signs = "".join(cell.words for _, row in cells for each in row for cell in each)
    changed = [row for row in cells if any(cell.changed for each in row[1] for cell in each)]
    answer = side.answer
    return Results(
        letters=letters,
        lines=rows,
        first=sum(row.sort != OUTCOME for row in rows) + MOST_OUTCOMES,
        same=same,
        charts=charts(side, answers),
        shapes=answer.shapes if answer else "",
        seen=answer.seen if answer else frozenset(),
        answered=answered(side, answers),
        eras=eras,
        matrix=changed,
        steady=[row for row in cells if row not in changed],
        legend=legend(signs),
    )


def lines(answers: Sequence[Answer]) -> tuple[list[Beside], int]:
    """What is otherwise under some set, and how much was looked at that is the same under all."""
    found: dict[tuple[str, str, str], list[Difference | None]] = {}
    for number, answer in enumerate(answers):
        for row in answer.rows:
            if row.sort != ASSUMPTION:
                found.setdefault((row.era, row.sort, row.id), [None] * len(answers))[number] = row
    rows = [_beside(each) for each in found.values()]
    changed = [row for row in rows if any(cell.changed for cell in row.cells)]
    return sorted(changed, key=lambda row: ORDER.index(row.sort)), len(rows) - len(changed)


def _beside(rows: Sequence[Difference | None]) -> Beside:
    """One line; a set under which nothing is said of it leaves it as it is."""
    first = next(row for row in rows if row)
    why: dict[str, tuple[int, ...]] = {}
    for number, row in enumerate(rows):
        if row and row.changed and row.why:
            said = _GROUNDS.sub("", row.why)
            why[said] = (*why.get(said, ()), number)
    entries = dict.fromkeys(id_ for row in rows if row and row.changed for id_ in row.entries)
    before = SAID.get(first.before, first.before)
    return Beside(
        first.era, first.sort, first.id, first.title, before,
        tuple(Cell(SAID.get(row.after, row.after), row.changed) if row else Cell(before, False) for row in rows),
        tuple((numbers, said) for said, numbers in why.items()), tuple(entries)[:MOST_ENTRIES],
    )  # fmt: skip


def matrix(side: Side, answers: Sequence[Answer]) -> tuple[tuple[str, ...], list[Signs]]:
    """Settlements by eras: by the record, then under each set; the eras, and for each settlement its cells."""
    eras, *parts = side.matrix
    others = [_cells(answer.side) for answer in answers]
    found = []
    for title, *signs in (row for part in parts for row in part):
        cells = [
            (Cell(sign, False), *(_under(each, title, era, sign) for each in others))
            for era, sign in zip(eras[1:], signs, strict=True)
        ]
        found.append((title, cells))
    return tuple(eras[1:]), found


def _cells(side: Side) -> dict[tuple[str, str], str]:
    eras, *parts = side.matrix
    return {(row[0], era): sign for part in parts for row in part for era, sign in zip(eras[1:], row[1:], strict=True)}


def _under(cells: dict[tuple[str, str], str], title: str, era: str, before: str) -> Cell:
    sign = cells.get((title, era), NO_SIGN[0])
    return Cell(sign, sign != before)


def charts(side: Side, answers: Sequence[Answer]) -> list[Chart]:
    """The chart of the gap by the record, then under each set with a frame around what is otherwise; none without."""
    if side.answer is None or not side.answer.charts:
        return []
    record = side.answer
    found = [Chart(tuple(map(_linked, record.charts)), ())]
    for answer in answers:
        own = answer.side.answer
        if own is not None and own.charts:
            pairs = enumerate(zip(record.rows[1:], own.rows[1:], strict=False))
            places = [place for place, (before, after) in pairs if before != after]
            drawn = [outlined(each, places, name) for each, name in zip(own.charts, ("wide", "narrow"), strict=True)]
            found.append(Chart(tuple(map(_linked, drawn)), tuple(own.rows[1 + place][0] for place in places)))
    return found


def _linked(drawing: str) -> str:
    """A drawing of the page, which leads to the page."""
    return re.sub(r'href="#', 'href="/case#', drawing)


def answered(side: Side, answers: Sequence[Answer]) -> list[tuple[str, str, tuple[Cell, ...]]]:
    """The four questions of the page with the answer by the record and under each set, where it is otherwise."""
    if side.answer is None:
        return []
    told = _answers(side)
    others = [_answers(each.side) for each in answers]
    rows = [
        (question, words, tuple(Cell(each.get(question, ""), each.get(question, "") != words) for each in others))
        for question, words in told.items()
    ]
    return [row for row in rows if any(cell.changed for cell in row[2])]


def _answers(side: Side) -> dict[str, str]:
    if side.answer is None:
        return {}
    told = {each.question: [*each.clauses] for each in side.answer.paragraphs}
    return {question: " ".join("".join(words for words, _ in clause) for clause in clauses)
            for question, clauses in told.items()}  # fmt: skip
