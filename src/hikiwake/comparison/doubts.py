"""The editor's doubts as a list of their own: what is in doubt, and what speaks against it.

A doubt names the passages that contradict the entry; one without any rests on general knowledge, and says so. A fault
that the comparison of entries finds by itself is told there, with the editor's words, and not once more here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from hikiwake.comparison.clash import MOST_PASSAGES, Disagreement, clash, voices
from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entries import Doubt, Entry, Formula, Mention, Position, Reading
from hikiwake.wording import clashes as wording

OF_FACTS = ("contradiction", "factual_error")
OF_FIGURES = ("different_period", "different_precision")
UNCERTAIN = "uncertain"
_KINDS = {"error": "factual_error", "inconsistency": "contradiction"}  # of a doubt, where the disagreement's differs


def doubted(dossier: Dossier, found: Iterable[Disagreement]) -> tuple[list[Disagreement], list[Disagreement]]:
    """What was found by comparing, with the words of doubts on the same fault; and the doubts that are left."""
    rows = list(found)
    places = {entry: place for place, row in reversed([*enumerate(rows)]) for entry in _at_fault(row)}
    left: dict[tuple[str, ...], list[Doubt]] = {}
    for doubt in dossier.doubts:
        if doubt.entry in places:
            row = rows[places[doubt.entry]]
            rows[places[doubt.entry]] = _noted(row, doubt)
        else:
            left.setdefault(_fault(dossier, doubt), []).append(doubt)
    return rows, list(_doubts(dossier, left.values()))


def _noted(row: Disagreement, doubt: Doubt) -> Disagreement:
    """A row with the words of a doubt on it: one that stands on what is uncertain is apparent."""
    if doubt.kind != UNCERTAIN:
        return replace(row, explanation=wording.noted(row.explanation, doubt.reason))
    return replace(row, kind=UNCERTAIN, real=False, explanation=wording.unsure(row.explanation, doubt.reason))


def _at_fault(row: Disagreement) -> tuple[str, ...]:
    """The entries of a row that has found facts or figures that differ; rival views are no fault."""
    return row.entries if row.kind in (*OF_FACTS, *OF_FIGURES) else ()


def _fault(dossier: Dossier, doubt: Doubt) -> tuple[str, ...]:
    """By what two doubts are of one fault: the reason is the same, or one passage stands against one other."""
    if doubt.against and doubt.kind != UNCERTAIN:
        return ("against", *sorted({*dossier.by_id[doubt.entry].passages, *doubt.against}))
    return ("reason", doubt.reason)


def _doubts(dossier: Dossier, faults: Iterable[list[Doubt]]) -> Iterator[Disagreement]:
    """Each fault once: errors and inconsistencies are real; tensions, choices of words, uncertainties apparent."""
    for doubts in faults:
        first = doubts[0]
        kind = _KINDS.get(first.kind, first.kind)
        row = clash(
            dossier,
            first.id,
            kind,
            real=kind in OF_FACTS,
            what=first.statement or _told(dossier, dossier.by_id[first.entry]),
            said={each.id: "doubt" for each in doubts} | {each.entry: "entry" for each in doubts},
            explanation=wording.editor(
                [each.reason for each in doubts], sourced=bool(first.against), sure=first.kind != UNCERTAIN
            ),
        )
        yield _with_what_contradicts(dossier, row, first)


def _with_what_contradicts(dossier: Dossier, row: Disagreement, doubt: Doubt) -> Disagreement:
    """The row with the passages that contradict the entry beside its own, and with whose words those are."""
    against = doubt.against
    passages = tuple(dict.fromkeys((*row.passages[: max(1, MOST_PASSAGES - len(against))], *against)))[:MOST_PASSAGES]
    own, others = ({dossier.passage[id_].document: None for id_ in ids} for ids in (row.passages, against))
    across = len({*own, *others}) > 1
    voice = voices(dossier, [dossier.by_id[doubt.entry]]).get(doubt.entry, "")
    authors = tuple(dict.fromkeys(dossier.document[id_].author for id_ in others))
    groups = ((voice,), authors) if against and authors != (voice,) else ((voice,),)
    return replace(row, passages=passages, groups=groups, across=across)


def _told(dossier: Dossier, entry: Entry) -> str:
    """What an entry says, in the editor's words, with what or whom it says it of."""
    match entry:
        case Mention():
            return _told(dossier, dossier.by_id[entry.event])
        case Reading():
            asked = next(each.wording for each in dossier.case.questions if each.id == entry.question)
            return wording.doubted(asked, entry.answer)
        case Position():
            return wording.doubted(dossier.actor[entry.actor].name(), entry.stance)
        case Formula():
            return entry.title
        case Doubt():
            return entry.reason
        case _:
            return entry.summary
