"""The editor's doubts as a list of their own: what is in doubt, and what speaks against it.

A doubt names the passages that contradict the entry; one without any rests on general knowledge, and says so. A fault
that the comparison of entries finds by itself is told there, with the editor's words, and not once more here; so is a
doubt about a view that by the comparison cannot stand beside the same passages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from hikiwake.comparison.clash import MOST_PASSAGES, Disagreement, clash, voices
from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entries import Doubt, Entry, Event, Formula, Mention, Position, Reading
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
        place = places.get(doubt.entry, _told_already(dossier, rows, doubt))
        if place is not None:
            rows[place] = _noted(rows[place], doubt)
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


def _told_already(dossier: Dossier, rows: list[Disagreement], doubt: Doubt) -> int | None:
    """The row in which what a doubt has against an entry excludes it by itself; None where both may hold."""
    if doubt.kind == UNCERTAIN:
        return None
    against = {*doubt.against}.difference(dossier.by_id[doubt.entry].passages)
    for place, row in enumerate(rows):
        others = (dossier.by_id[each].passages for each in row.entries if each != doubt.entry)
        if row.real and doubt.entry in row.entries and any(against.intersection(passages) for passages in others):
            return place
    return None


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
    """The row with the passages that contradict the entry beside its own, and with who says so there.

    That is the holders of the entries that stand on these passages, and the author where none does.
    """
    against = doubt.against
    passages = tuple(dict.fromkeys((*row.passages[: max(1, MOST_PASSAGES - len(against))], *against)))[:MOST_PASSAGES]
    own, others = ({dossier.passage[id_].document: None for id_ in ids} for ids in (row.passages, against))
    across = len({*own, *others}) > 1
    voice, told = _voices(dossier, doubt)
    groups = ((voice,), told) if against and told != (voice,) else ((voice,),)
    return replace(row, passages=passages, groups=groups, across=across)


def _voices(dossier: Dossier, doubt: Doubt) -> tuple[str, tuple[str, ...]]:
    """Who says what is in doubt, and who says what contradicts it."""
    doubted = dossier.by_id[doubt.entry]
    standing = {id_: [each for each in _sayings(dossier) if id_ in each.passages] for id_ in doubt.against}
    names = voices(dossier, [doubted, *(each for told in standing.values() for each in told)])
    said = [names[each.id] for told in standing.values() for each in told]
    silent = [dossier.document[dossier.passage[id_].document].author for id_, told in standing.items() if not told]
    return names.get(doubt.entry, ""), tuple(dict.fromkeys((*said, *silent)))


def _sayings(dossier: Dossier) -> Iterator[Entry]:
    """The entries that are somebody's words: reports one by one, no formulas, which several may hold, and no doubts."""
    for entry in dossier.entries:
        if isinstance(entry, Event):
            yield from entry.mentions
        elif not isinstance(entry, Doubt | Formula):
            yield entry


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
