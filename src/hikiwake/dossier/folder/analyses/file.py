"""``hypotheses.toml``: the competing hypotheses of a case, read with the place of every fault, and written.

A case without the file has none. Within one analysis every id is used once, and every judgement is of its own evidence
and hypotheses; what points to the case (entries, a question, its sides) is looked at when all is read.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Annotated, Any, Literal

import msgspec

from hikiwake.dossier.competing import CELLS, LEVELS, Analysis, Cell, Evidence, Hypothesis, Judgement
from hikiwake.dossier.folder.faults import Fault
from hikiwake.dossier.folder.toml.file import TomlFile

FILE, KEY = "hypotheses.toml", "analyses"
MOST_HYPOTHESES, MOST_EVIDENCE, MOST_JUDGEMENTS, MOST_ANALYSES = 20, 100, 2_000, 100
_LONGEST = 4_000  # characters of a text

Id = Annotated[str, msgspec.Meta(pattern=r"^\S(.{0,198}\S)?$")]
Words = Annotated[str, msgspec.Meta(pattern=r"\S", max_length=_LONGEST)]
Note = Annotated[str, msgspec.Meta(max_length=_LONGEST)]
Level = Literal["high", "medium", "low"]
Mark = Literal["CC", "C", "N", "I", "II"]


class _Hypothesis(msgspec.Struct, forbid_unknown_fields=True):
    id: Id
    text: Words
    readings: Annotated[list[Words], msgspec.Meta(max_length=100)] = []


class _Evidence(msgspec.Struct, forbid_unknown_fields=True):
    id: Id
    text: Note = ""
    source: Note = ""
    credibility: Level = "medium"
    relevance: Level = "medium"
    note: Note = ""


class _Judgement(msgspec.Struct, forbid_unknown_fields=True):
    analyst: Id
    evidence: Id
    cells: dict[str, Mark] = {}
    reasons: dict[str, Note] = {}


class _Analysis(msgspec.Struct, forbid_unknown_fields=True):
    id: Id
    title: Words
    question: Note = ""
    note: Note = ""
    hypotheses: Annotated[list[_Hypothesis], msgspec.Meta(max_length=MOST_HYPOTHESES)] = []
    evidence: Annotated[list[_Evidence], msgspec.Meta(max_length=MOST_EVIDENCE)] = []
    judgements: Annotated[list[_Judgement], msgspec.Meta(max_length=MOST_JUDGEMENTS)] = []


def read_analyses(source: TomlFile) -> tuple[Analysis, ...]:
    """The analyses of a case; what is missing or wrong is noted as faults of the source."""
    for key in sorted(set(source.root) - {KEY}):
        source.fault(key, key, f"[[{KEY}]]")
    tables = source.root.get(KEY, [])
    if not isinstance(tables, list) or len(tables) > MOST_ANALYSES:
        source.fault(KEY, f"{type(tables).__name__}", f"an array of tables, [[{KEY}]], at most {MOST_ANALYSES}")
        return ()
    found = tuple(each for number, table in enumerate(tables) if (each := _one(source, number, table)) is not None)
    for id_ in _repeated(each.id for each in found):
        source.fault("id", id_, "an id used once; an analysis has it already", f'"{id_}"')
    return found


def _one(source: TomlFile, number: int, table: Any) -> Analysis | None:
    try:
        told = msgspec.convert(table, _Analysis)
    except msgspec.ValidationError as error:
        said, _, place = str(error).partition(" - at `$")
        path = place.rstrip("`")
        source.fault(f"{KEY}[{number + 1}]{_counted(path)}", said, _expected(said, path), _near(source, table, path))
        return None
    analysis = Analysis(
        told.id, told.title, told.question, told.note,
        tuple(Hypothesis(each.id, each.text, tuple(each.readings)) for each in told.hypotheses),
        tuple(Evidence(**msgspec.structs.asdict(each)) for each in told.evidence),
        tuple(_judgement(each) for each in told.judgements),
    )  # fmt: skip
    odd = list(_odd(analysis, told))
    for key, found, expected in odd:
        source.fault(f"{told.id}.{key}", found, expected, _first(source, f'"{found}"', f"{found} =", f'"{told.id}"'))
    return None if odd else analysis


def _counted(path: str) -> str:
    """The path of a fault with its numbers counted from 1, as everywhere."""
    return re.sub(r"\[(\d+)\]", lambda match: f"[{int(match[1]) + 1}]", path)


def _near(source: TomlFile, table: Any, path: str) -> str:
    """What stands nearest to a fault in the file: the id or the evidence of the table in which it is."""
    near, part = [KEY], table
    for key, number in [("", ""), *re.findall(r"\.(\w+)|\[(\d+)\]", path)]:
        try:
            part = part[key] if key else part[int(number)] if number else part
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(part, dict):
            name = "evidence" if "analyst" in part else "id"
            near = [f'{name} = "{part.get(name)}"', f'"{part.get(name)}"', *near]
    return _first(source, *near)


def _first(source: TomlFile, *words: str) -> str:
    """The first of some words that stands in the file."""
    return next((each for each in words if source.line_of(each)), KEY)


def _expected(said: str, path: str) -> str:
    """What would have fitted."""
    if "enum" in said:
        return f"one of {', '.join(LEVELS if path.endswith(('credibility', 'relevance')) else CELLS)}"
    if "unknown field" in said:
        return "a key that the manual's chapter on hypotheses names"
    if "regex" in said:
        return "some words in quotes"
    return "a value of the type and within the length that the key has"


def _judgement(told: _Judgement) -> Judgement:
    cells = tuple(Cell(id_, mark, told.reasons.get(id_, "")) for id_, mark in told.cells.items())
    return Judgement(told.analyst, told.evidence, cells)


def _odd(analysis: Analysis, told: _Analysis) -> Iterator[tuple[str, str, str]]:
    """What does not fit together inside one analysis: the key, what was found, what was expected."""
    hypotheses, evidence = [each.id for each in analysis.hypotheses], [each.id for each in analysis.evidence]
    for key, ids in (("hypotheses.id", hypotheses), ("evidence.id", evidence)):
        yield from ((key, id_, "an id used once") for id_ in _repeated(ids))
    for who, id_ in _repeated((each.analyst, each.evidence) for each in told.judgements):
        yield "judgements.evidence", id_, f"evidence that {who} judges once"
    for each in told.judgements:
        if each.evidence not in evidence:
            yield "judgements.evidence", each.evidence, f"one of the analysis's evidence: {', '.join(evidence[:5])}"
        for id_ in each.cells:
            if id_ not in hypotheses:
                yield "judgements.cells", id_, f"one of the analysis's hypotheses: {', '.join(hypotheses[:5])}"
        for id_ in each.reasons:
            if id_ not in each.cells:
                yield "judgements.reasons", id_, "a hypothesis with a cell in the same judgement"


def _repeated(ids: Iterable[Any]) -> Iterator[Any]:
    """What occurs again."""
    seen = set()
    for id_ in ids:
        if id_ in seen:
            yield id_
        seen.add(id_)


def unknown_in(
    source: TomlFile,
    analyses: Iterable[Analysis],
    entries: Container[str],
    questions: Container[str],
    sides: Mapping[str, Container[str]],
) -> Iterator[Fault]:
    """What an analysis points to and the case does not have: an entry, a question, a side of its readings."""
    for analysis in analyses:
        for each in analysis.evidence:
            if not each.text.strip() and each.id not in entries:
                expected = "one of the case's entries, or evidence with a text and a source of its own"
                yield _fault(source, analysis, "evidence.id", each.id, expected)
            elif each.text.strip() and not each.source.strip():
                expected = f"a source beside the text of {each.id}, in a few words"
                yield _fault(source, analysis, "evidence.source", "nothing", expected, each.id)
        if analysis.question and analysis.question not in questions:
            yield _fault(source, analysis, "question", analysis.question, "one of the case's questions")
            continue
        for one in analysis.hypotheses:
            for side in one.readings:
                if side not in sides.get(analysis.question, ()):
                    asked = analysis.question or "(none)"
                    yield _fault(source, analysis, "hypotheses.readings", side,
                                 f"a side that a reading of the question {asked} has", one.id)  # fmt: skip


def _fault(source: TomlFile, analysis: Analysis, key: str, found: str, expected: str, near: str = "") -> Fault:
    line = source.line_of(f'"{near or found}"') or source.line_of(f'"{analysis.id}"')
    return Fault(source.file, line, f"{analysis.id}.{key}", found, expected)


def analyses_table(analyses: tuple[Analysis, ...]) -> dict[str, Any]:
    """The analyses of a case as a TOML table."""
    return {KEY: [_analysis(each) for each in analyses]}


def _analysis(analysis: Analysis) -> dict[str, Any]:
    told = _told(analysis, "hypotheses", "evidence", "judgements")
    hypotheses = [
        {**_told(each, "readings"), **({"readings": [*each.readings]} if each.readings else {})}
        for each in analysis.hypotheses
    ]
    evidence = [_told(each) for each in analysis.evidence]
    judgements = [_judged(each) for each in analysis.judgements]
    lists = {"hypotheses": hypotheses, "evidence": evidence, "judgements": judgements}
    return {**told, **{key: rows for key, rows in lists.items() if rows}}


def _judged(each: Judgement) -> dict[str, Any]:
    cells = {one.hypothesis: one.cell for one in each.cells}
    reasons = {one.hypothesis: one.reason for one in each.cells if one.reason}
    return {"analyst": each.analyst, "evidence": each.evidence, "cells": cells} | (
        {"reasons": reasons} if reasons else {}
    )


def _told(value: Any, *but: str) -> dict[str, Any]:
    """The fields that say something, by name."""
    return {each.name: getattr(value, each.name) for each in fields(value)
            if each.name not in but and getattr(value, each.name)}  # fmt: skip
