"""What of an analysis is filled in, as fields of forms, each by a name; and the analysis with some of them changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import quote

from hikiwake.dossier.competing import Analysis, Cell, Evidence, Hypothesis, Judgement
from hikiwake.errors import CaseError
from hikiwake.wording.desk.hypotheses import MARK_FIRST

Values = dict[str, str]


def name(what: str, *ids: str) -> str:
    """The name of a field of a hypothesis, of a piece of evidence, or of both.

    >>> name("cell", "event-1", "a b")
    'cell event-1 a%20b'
    """
    return " ".join((what, *(quote(each, safe="") for each in ids)))


def values(analysis: Analysis, who: str) -> Values:
    """All that can be filled in of an analysis by one analyst, by the names of the fields."""
    return dict(_values(analysis, who))


def _values(analysis: Analysis, who: str) -> Iterator[tuple[str, str]]:
    yield from (("title", analysis.title), ("question", analysis.question), ("note", analysis.note))
    for one in analysis.hypotheses:
        yield name("text", one.id), one.text
        yield name("readings", one.id), "; ".join(one.readings)
    judged = analysis.by(who)
    for each in analysis.evidence:
        for field in ("credibility", "relevance", "note", *(("text", "source") if each.text else ())):
            yield name(f"evidence-{field}", each.id), getattr(each, field)
        for one in analysis.hypotheses:
            cell = judged[each.id].of(one.id) if each.id in judged else None
            yield name("cell", each.id, one.id), cell.cell if cell else ""
            yield name("reason", each.id, one.id), cell.reason if cell else ""


def filled(analysis: Analysis, who: str, changed: Mapping[str, str]) -> Analysis:
    """The analysis with some of its fields as they were filled in. Raises ``CaseError`` for a reason without a mark."""
    said = {**values(analysis, who), **changed}
    if any(changed.get(name("reason", *ids)) and not said[name("cell", *ids)] for ids in _pairs(analysis)):
        raise CaseError(MARK_FIRST)
    hypotheses = tuple(_hypothesis(each, said) for each in analysis.hypotheses)
    evidence = tuple(_evidence(each, said) for each in analysis.evidence)
    plain = replace(analysis, title=said["title"], question=said["question"], note=said["note"],
                    hypotheses=hypotheses, evidence=evidence)  # fmt: skip
    own = {each.id: Judgement(who, each.id, tuple(_cells(analysis, each.id, said))) for each in evidence}
    return replace(plain, judgements=tuple(_judgements(analysis, who, own)))


def _pairs(analysis: Analysis) -> Iterator[tuple[str, str]]:
    return ((each.id, one.id) for each in analysis.evidence for one in analysis.hypotheses)


def _hypothesis(one: Hypothesis, said: Mapping[str, str]) -> Hypothesis:
    sides = (each.strip() for each in said[name("readings", one.id)].split(";"))
    return replace(one, text=said[name("text", one.id)], readings=tuple(filter(None, sides)))


def _evidence(each: Evidence, said: Mapping[str, str]) -> Evidence:
    fields = {field: said.get(name(f"evidence-{field}", each.id)) for field in Evidence.__slots__}
    return replace(each, **{field: value for field, value in fields.items() if value is not None})


def _cells(analysis: Analysis, evidence: str, said: Mapping[str, str]) -> Iterator[Cell]:
    for one in analysis.hypotheses:
        cell, reason = said[name("cell", evidence, one.id)], said[name("reason", evidence, one.id)]
        if cell:
            yield Cell(one.id, cell, reason)


def _judgements(analysis: Analysis, who: str, own: dict[str, Judgement]) -> Iterator[Judgement]:
    """The judgements in their order, those of one analyst as they are now; new ones last."""
    for each in analysis.judgements:
        if each.analyst != who:
            yield each
        elif (now := own.pop(each.evidence)).cells or not each.cells:
            yield now
    yield from (each for each in own.values() if each.cells)
