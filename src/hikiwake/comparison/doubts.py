"""The editor's doubts as a list of their own: what is in doubt, and what speaks against it.

A doubt names the passages that contradict the entry; one without any rests on general knowledge, and says so. A fault
that the comparison of entries finds by itself is told there, with the editor's words, and not once more here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from hikiwake.comparison.clash import MOST_PASSAGES, Disagreement, clash
from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entries import Doubt, Entry, Mention
from hikiwake.wording import clashes as wording

_TOLD = ("summary", "answer", "stance", "title", "reason")
OF_FACTS = ("contradiction", "factual_error")


def doubted(dossier: Dossier, found: Iterable[Disagreement]) -> tuple[list[Disagreement], list[Disagreement]]:
    """What was found by comparing, with the words of doubts on the same fault; and the doubts that are left."""
    rows = list(found)
    places = {entry: place for place, row in reversed([*enumerate(rows)]) for entry in _at_fault(row)}
    left: dict[tuple[str, ...], list[Doubt]] = {}
    for doubt in dossier.doubts:
        if doubt.entry in places:
            row = rows[places[doubt.entry]]
            rows[places[doubt.entry]] = replace(row, explanation=wording.noted(row.explanation, doubt.reason))
        else:
            left.setdefault(_fault(dossier, doubt), []).append(doubt)
    return rows, list(_doubts(dossier, left.values()))


def _at_fault(row: Disagreement) -> tuple[str, ...]:
    """The entries of a row that has found a fault of fact."""
    return row.entries if row.real and row.kind in OF_FACTS else ()


def _fault(dossier: Dossier, doubt: Doubt) -> tuple[str, ...]:
    """By what two doubts are of one fault: the reason is the same, or one passage stands against one other."""
    if doubt.against and doubt.kind != "uncertain":
        return ("against", *sorted({*dossier.by_id[doubt.entry].passages, *doubt.against}))
    return ("reason", doubt.reason)


def _doubts(dossier: Dossier, faults: Iterable[list[Doubt]]) -> Iterator[Disagreement]:
    """Each fault once: an error, an inconsistency (a contradiction), or an uncertainty (apparent)."""
    for doubts in faults:
        first = doubts[0]
        entries = {each.id: "doubt" for each in doubts} | {each.entry: "entry" for each in doubts}
        row = clash(
            dossier,
            first.id,
            "contradiction" if first.kind == "inconsistency" else "factual_error",
            real=first.kind != "uncertain",
            what=_told(dossier, dossier.by_id[first.entry]),
            said=entries,
            explanation=wording.editor(
                [each.reason for each in doubts], sourced=bool(first.against), sure=first.kind != "uncertain"
            ),
        )
        yield _with_what_contradicts(dossier, row, first.against)


def _with_what_contradicts(dossier: Dossier, row: Disagreement, against: tuple[str, ...]) -> Disagreement:
    """The row with the passages that contradict the entry beside its own."""
    passages = tuple(dict.fromkeys((*row.passages[: max(1, MOST_PASSAGES - len(against))], *against)))[:MOST_PASSAGES]
    own, others = ({dossier.passage[id_].document: None for id_ in ids} for ids in (row.passages, against))
    groups = (tuple(own), tuple(others)) if against else (tuple(own),)
    return replace(row, passages=passages, groups=groups, across=len({*own, *others}) > 1)


def _told(dossier: Dossier, entry: Entry) -> str:
    """What an entry says, in the editor's words."""
    about = dossier.by_id[entry.event] if isinstance(entry, Mention) else entry
    return next(str(getattr(about, name)) for name in _TOLD if hasattr(about, name))
