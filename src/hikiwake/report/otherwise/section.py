"""Who says otherwise: documents as columns, questions as rows, real disagreements first, each matter once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from hikiwake.comparison.clash import KINDS, Disagreement
from hikiwake.dossier.counting import eras_of
from hikiwake.periods import Period
from hikiwake.report.grounds import Grounds
from hikiwake.report.otherwise.cells import Cell, cells, order
from hikiwake.report.otherwise.matters import QUESTION, TURN, Matter, matters, time_of
from hikiwake.wording import clashes, leads
from hikiwake.wording.clauses import beside as wording
from hikiwake.wording.phrases import dated

MANY = 6  # documents beside which a phone's layout begins earlier


@dataclass(frozen=True, slots=True)
class Clash:
    """A disagreement in its row: its id, its kind, whether it is real, why, and who stands against whom."""

    id: str
    kind: str
    strength: str
    why: str
    groups: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Row:
    """A matter on the page: its id, when, what, its disagreements or why there is none, the cells, its facets."""

    id: str
    when: str
    title: str
    clashes: list[Clash]
    why: str
    cells: list[Cell]
    facets: dict[str, str]
    eras: str


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of one rank under their heading; the first group stands open."""

    id: str
    title: str
    rows: list[Row]
    open: bool


@dataclass(frozen=True, slots=True)
class Context:
    """What the template of the table shows."""

    lead: str
    """How many disagreements, questions and turning points there are."""
    groups: list[Group]
    """The rows, those that are really in dispute between documents first."""
    columns: list[str]
    """The short names of the documents in order of writing."""
    kinds: list[tuple[str, str]]
    """The kinds of disagreement and of rows that occur, for the filter: value and words."""
    documents: list[tuple[str, str]]
    """The documents for the filter: id and short name."""
    crowded: bool
    """Whether there are so many documents that the table is stacked on wider screens already."""


def context(grounds: Grounds) -> Context | None:
    """What the table shows, or ``None`` where no question is answered and nothing is in dispute."""
    found = grounds.disagreements
    rows: dict[str, list[Row]] = {}
    told = matters(grounds.dossier, found)
    for matter in told:
        documents = {index for entry in matter.entries.values() for index in grounds.documents_of(entry)}
        rows.setdefault(matter.group(len(documents)), []).append(_row(grounds, matter, documents))
    if not rows:
        return None
    groups = [(id_, sorted(rows[id_], key=_rank)) for id_ in wording.GROUPS if id_ in rows]
    sorts = Counter(matter.sort for matter in told)
    columns = [grounds.dossier.documents[index] for index in order(grounds)]
    return Context(
        lead=wording.lead(
            len(found), len(found.real), sum(each.across for each in found.real), sorts[QUESTION], sorts[TURN]
        ),
        groups=[Group(id_, wording.GROUPS[id_], each, place == 0) for place, (id_, each) in enumerate(groups)],
        columns=[each.label for each in columns],
        kinds=_kinds(found, sorts),
        documents=[(each.id, each.label) for each in columns],
        crowded=len(columns) > MANY,
    )


def _rank(row: Row) -> tuple[int, int]:
    """Rows of which most documents say something first, then those with most answers."""
    said = [{saying.words for saying in cell.sayings} for cell in row.cells if cell.sayings]
    return -len(said), -len({words for cell in said for words in cell})


def _kinds(found: Iterable[Disagreement], sorts: Counter[str]) -> list[tuple[str, str]]:
    """What a row may be, of what occurs."""
    kinds = {each.kind for each in found}
    told = [(kind, leads.kind(kind)) for kind in KINDS if kind in kinds]
    return told + [(sort, wording.SORTS[sort]) for sort in (QUESTION, TURN) if sorts[sort]]


def _row(grounds: Grounds, matter: Matter, documents: set[int]) -> Row:
    """A matter as a row; from now on what it stands on is part of the page."""
    entries = list(matter.entries.values())
    times = [time_of(grounds.dossier, entry) for entry in entries]
    known = [time for time in times if time]
    begins = min((time.start for time in known), default=None) if len(known) == len(times) else None
    id_ = matter.clashes[0].id if matter.clashes else "-".join(matter.key)
    for each in matter.clashes:
        grounds.rest(each.id, [grounds.dossier.by_id[entry] for entry in each.entries], each.passages)
    if not matter.clashes:
        grounds.rest(id_, entries)
    return Row(
        id=id_,
        when=_when(matter, known),
        title=matter.title,
        clashes=[_clash(each) for each in matter.clashes],
        why="" if matter.clashes else wording.unopposed(matter.group(len(documents))),
        cells=cells(grounds, matter, begins),
        facets=_facets(grounds, matter, documents),
        eras=_eras(grounds, known) if begins else "",
    )


def _when(matter: Matter, known: list[Period]) -> str:
    """When a turning point was; other matters stand without a time."""
    return dated(known[0]) if matter.sort == TURN and known else ""


def _clash(each: Disagreement) -> Clash:
    return Clash(
        each.id,
        leads.kind(each.kind),
        wording.strength(real=each.real, across=each.across),
        each.explanation if clashes.is_noted(each.explanation) else clashes.opening(each.explanation),
        wording.opposed(each.groups, real=each.real) if len(each.groups) > 1 else [],
    )


def _facets(grounds: Grounds, matter: Matter, documents: set[int]) -> dict[str, str]:
    """The words that the filter looks at."""
    holds = {"real" if each.real else "apparent" for each in matter.clashes} or {"undisputed"}
    kinds = {each.kind for each in matter.clashes} | ({matter.sort} & {*wording.SORTS})
    told_by = (grounds.dossier.documents[index].id for index in sorted(documents))
    return {"holds": " ".join(sorted(holds)), "kind": " ".join(sorted(kinds)), "document": " ".join(told_by)}


def _eras(grounds: Grounds, times: list[Period]) -> str:
    """The eras that a row belongs to."""
    return " ".join(era.id for era in eras_of(grounds.dossier) if any(era.period.overlaps(time) for time in times))
