"""Findings by settlement and era: the matrix of what is to be expected, and each finding with all that it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hikiwake.conflict.model.conflict import PreferenceStatement
from hikiwake.conflict.model.statements import parse
from hikiwake.dossier import Era
from hikiwake.modelling.wishes import change_words, wish_words
from hikiwake.report.models.shelf import Shelf
from hikiwake.settlement.blockers import Blocker
from hikiwake.settlement.finding import Finding
from hikiwake.settlement.findings import Findings
from hikiwake.wording import models as wording
from hikiwake.wording.phrases import capital

MOST_LEVERS = 6
Parts = list[tuple[str, str]]  # pieces of a sentence, each with the id that it opens, or ""


@dataclass(frozen=True, slots=True)
class Row:
    """A finding on the page: its permalink, its look, its sentence, and its details by name."""

    id: str
    look: str
    era: str
    reading: str
    title: str
    sentence: str
    details: list[tuple[str, list[Parts]]]
    documents: list[str]


@dataclass(frozen=True, slots=True)
class Cell:
    """A settlement in one era: the model's own reading and the rival ones; without rows only a look."""

    era: Era
    look: str
    own: Row | None
    rivals: list[Row]


@dataclass(frozen=True, slots=True)
class Line:
    """A settlement over all eras."""

    id: str
    settlement: str
    title: str
    cells: list[Cell]

    @property
    def rows(self) -> list[Row]:
        """The model's own findings, era by era."""
        return [cell.own for cell in self.cells if cell.own]


def outlook(finding: Finding) -> str:
    """The word for what is to be expected: the finding's verdict, or that it depends on how things would go."""
    return finding.look


def finding_id(model: str, finding: Finding) -> str:
    """The permalink of a finding of a model, by the model's name."""
    return "-".join(filter(None, ("model", model, finding.settlement, finding.variant)))


def lines(shelf: Shelf, found: Findings) -> list[Line]:
    """The matrix: a line for every settlement that some model expresses, in the order of the case."""
    by_cell: dict[tuple[str, str], list[Row]] = {}
    for finding in found:
        by_cell.setdefault((finding.settlement, finding.era), []).append(_row(shelf, finding))
    titles = {finding.settlement: finding.title for finding in found}
    order = [formula.id for formula in shelf.grounds.dossier.formulas if formula.id in titles]
    modelled = {model.conflict.era for model in shelf.models}
    eras = shelf.grounds.dossier.case.eras
    return [
        Line(
            f"model-settlement-{id_}",
            id_,
            titles[id_],
            [_cell(era, by_cell.get((id_, era.id), []), modelled) for era in eras],
        )
        for id_ in dict.fromkeys((*order, *titles))
    ]


def _cell(era: Era, rows: list[Row], modelled: set[str]) -> Cell:
    if not rows:
        return Cell(era, "unsaid" if era.id in modelled else "thin", None, [])
    return Cell(era, rows[0].look, rows[0], rows[1:])


def _row(shelf: Shelf, finding: Finding) -> Row:
    name = shelf.named[finding.conflict, finding.variant]
    id_ = finding_id(name, finding)
    by_id = shelf.grounds.dossier.by_id
    documents = shelf.grounds.rest(id_, [by_id[ground] for ground in standing_on(finding) if ground in by_id])
    details = [(label, parts) for label, parts in _details(shelf, name, finding) if parts]
    return Row(
        id_,
        outlook(finding),
        finding.era,
        shelf.reading(finding.variant),
        finding.title,
        _verdict(finding),
        details,
        [shelf.grounds.labels[index] for index in documents],
    )


def blocking(finding: Finding) -> list[str]:
    """The ids of what tells of those who block a settlement: by what they want, or by what they refuse; each once."""
    told = [ground for one in finding.blocked_by for ground in one.grounds]
    return list(dict.fromkeys((*told, *(ground for _, ids in finding.refused_by for ground in ids))))


def wished(finding: Finding) -> list[str]:
    """The ids of what tells what those who would bring a settlement about want of their own part; each once."""
    return list(dict.fromkeys(ground for _, one in finding.wishes for ground in one.grounds))


def standing_on(finding: Finding) -> list[str]:
    """The ids of the entries on which a finding stands; each once."""
    told = blocking(finding)
    return list(dict.fromkeys((*told, *wished(finding)))) if _willing(finding) or not told else told


def _willing(finding: Finding) -> bool:
    """Whether those who would bring it about are said to be willing."""
    return bool(finding.signed or finding.gaining)


def _verdict(finding: Finding) -> str:
    """The finding's own sentence, without the opening that row and column already give."""
    return " ".join(filter(None, (capital(finding.told), finding.blocked, finding.changing)))


def _details(shelf: Shelf, model: str, finding: Finding) -> Iterator[tuple[str, list[Parts]]]:
    shown = range(min(len(finding.levers), MOST_LEVERS))
    share = finding.share
    yield wording.REFUSED, [[(name, "")] for name, _ in finding.refused_by]
    yield wording.BLOCKED, [_blocked(shelf, model, finding, one) for one in finding.blockers if one.way != "strays"]
    if _willing(finding):
        yield wording.WISHED, [_wished(shelf, model, finding, name, one) for name, one in finding.wishes]
    yield wording.LEAST, [lever_parts(shelf, model, finding, index) for index in shown]
    yield wording.DRAWN, [[(wording.shares(share.share, share.low, share.high), "")]]


def _blocked(shelf: Shelf, model: str, finding: Finding, one: Blocker) -> Parts:
    says = wish_words(finding.conflict, parse(one.statement)) if one.statement else wording.ranked()
    link = shelf.statement(model, finding.variant, one.decision_maker, one.statement)
    return [(wording.blocks(one.decision_maker, one.way), ""), (says, link)]


def _wished(shelf: Shelf, model: str, finding: Finding, name: str, one: PreferenceStatement) -> Parts:
    link = shelf.statement(model, finding.variant, name, one.says.text)
    return [(wording.wants(name), ""), (wish_words(finding.conflict, one.says), link)]


def lever_parts(shelf: Shelf, model: str, finding: Finding, index: int) -> Parts:
    """One of the least changes, in words that open the statements to be changed."""
    parts: Parts = []
    for change in finding.levers[index].changes:
        says = _says(finding, change.decision_maker, getattr(change, "statement", 0))
        link = shelf.statement(model, finding.variant, change.decision_maker, says) if says else ""
        parts += [("; " if parts else "", ""), (change_words(finding.conflict, change), link)]
    return parts


def _says(finding: Finding, maker: str, number: int) -> str:
    statements = getattr(finding.conflict.decision_maker(maker).preference, "statements", ())
    return str(statements[number - 1].says.text) if number and statements else ""
