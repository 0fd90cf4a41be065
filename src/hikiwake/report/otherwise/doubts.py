"""Where a document may be wrong: the editor's doubts, each once, those that a passage speaks against first."""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.comparison.clash import Disagreement
from hikiwake.dossier import Doubt
from hikiwake.report.grounds import Grounds
from hikiwake.report.telling import words
from hikiwake.wording.clauses import beside as wording


@dataclass(frozen=True, slots=True)
class Reason:
    """A doubt: its id, and the reason."""

    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Point:
    """A point in doubt: its id, what is said, the reasons, in which documents, and what it opens."""

    id: str
    statement: str
    reasons: list[Reason]
    documents: list[tuple[int, str]]
    about: str


@dataclass(frozen=True, slots=True)
class Points:
    """Points of one sort under their heading."""

    id: str
    title: str
    points: list[Point]


@dataclass(frozen=True, slots=True)
class DoubtsContext:
    """What the template of the doubts shows."""

    lead: str
    """How many points are in doubt, and that nothing is corrected."""
    groups: list[Points]
    """Those that a passage speaks against, other errors and uncertainties, and notes on a disagreement."""


def doubts_context(grounds: Grounds) -> DoubtsContext | None:
    """What the section of doubts shows, or ``None`` where nothing is in doubt."""
    by_id = grounds.dossier.by_id
    groups: dict[str, list[Point]] = {}
    listed: set[str] = set()
    for each in grounds.doubts:
        doubts = [entry for id_ in each.entries if isinstance(entry := by_id[id_], Doubt)]
        listed |= {doubt.id for doubt in doubts}
        groups.setdefault("odds" if doubts[0].against else "doubt", []).append(_point(grounds, each, doubts))
    for doubt in grounds.dossier.doubts:
        if doubt.id not in listed:
            groups.setdefault("told", []).append(_told(grounds, doubt))
    if not groups:
        return None
    return DoubtsContext(
        wording.doubts(len(grounds.doubts), len(groups.get("told", []))),
        [Points(id_, title, groups[id_]) for id_, title in wording.DOUBTS.items() if id_ in groups],
    )


def _point(grounds: Grounds, each: Disagreement, doubts: list[Doubt]) -> Point:
    """A point with all doubts about it; from now on its passages are part of the page."""
    entries = [grounds.dossier.by_id[id_] for id_ in each.entries]
    documents = grounds.rest(each.id, entries, each.passages)
    for doubt in doubts:
        grounds.cite(doubt)
    told = [(index, grounds.labels[index]) for index in documents]
    return Point(each.id, each.what, _reasons(doubts), told, grounds.shown(doubts[0].entry))


def _told(grounds: Grounds, doubt: Doubt) -> Point:
    """A doubt whose words stand with a disagreement already."""
    cited = [(each.document, each.label) for each in grounds.cite(doubt)]
    entry = grounds.dossier.by_id[doubt.entry]
    return Point("", doubt.statement or words(grounds, entry), _reasons([doubt]), cited, grounds.shown(doubt.entry))


def _reasons(doubts: list[Doubt]) -> list[Reason]:
    return [Reason(doubt.id, doubt.reason) for doubt in doubts]
