"""Making a selection complete: what its entries refer to belongs to it, so that it can be written and read again."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TypeVar

from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entries import Claim, Doubt, Driver, Event, Formula, Reading
from hikiwake.dossier.memos import memos_of

Referred = TypeVar("Referred", Event, Formula)


def complete(selected: Dossier, whole: Dossier) -> Dossier:
    """The selected entries with all they refer to in the whole, and with the passages and documents they cite.

    Events come with the series they are part of, what is about an event with that event, positions with their formula;
    the formulas of the case's scales stay; a doubt stays with its entry, and with what contradicts it in the documents
    that were selected. Nothing else is added, nothing is changed.
    """
    if selected == whole:
        return whole
    formulas = {position.on for position in selected.positions}
    for scale in whole.case.scales:
        formulas |= {*scale.formulas, *chain.from_iterable(scale.open), *scale.refusals}
    formulas |= {formula.id for formula in selected.formulas}
    chosen = replace(
        selected,
        events=_events(selected, whole),
        formulas=_of(selected.formulas, whole.formulas, formulas),
    )
    entries = set(chosen.by_id)
    chosen = replace(
        chosen, doubts=tuple(_doubt(doubt, selected, whole) for doubt in whole.doubts if doubt.entry in entries)
    )
    return _cited(replace(chosen, memos=memos_of(whole.memos, chosen.by_id)), whole)


def _doubt(doubt: Doubt, selected: Dossier, whole: Dossier) -> Doubt:
    """A doubt without the passages of documents that were not selected."""
    against = (id_ for id_ in doubt.against if whole.passage[id_].document in selected.document)
    return replace(doubt, against=tuple(against))


def _events(selected: Dossier, whole: Dossier) -> tuple[Event, ...]:
    """The selected events, those that other entries are about, and every series that one of them is part of."""
    series = {event.id: event.series for event in whole.events if event.series}
    wanted = {event.id for event in selected.events}
    telling = chain[Claim | Reading | Driver](selected.claims, selected.readings, selected.drivers)
    wanted |= {entry.about for entry in telling if entry.about}
    for id_ in list(wanted):
        while (id_ := series.get(id_, "")) and id_ not in wanted:
            wanted.add(id_)
    return _of(selected.events, whole.events, wanted)


def _of(selected: tuple[Referred, ...], whole: tuple[Referred, ...], wanted: set[str]) -> tuple[Referred, ...]:
    """The wanted entries in the order of the whole, each as the selection has it where it has it."""
    own = {entry.id: entry for entry in selected}
    return tuple(own.get(entry.id, entry) for entry in whole if entry.id in wanted)


def _cited(chosen: Dossier, whole: Dossier) -> Dossier:
    """Only the passages that are cited, and the documents they stand in beside those that were selected."""
    cited = {passage for entry in chosen.entries for passage in entry.passages}
    cited |= {passage for doubt in chosen.doubts for passage in doubt.against}
    passages = tuple(passage for passage in whole.passages if passage.id in cited)
    documents = {document.id for document in chosen.documents} if chosen.documents != whole.documents else set()
    documents |= {passage.document for passage in passages}
    kept = tuple(document for document in whole.documents if document.id in documents)
    return replace(chosen, passages=passages, documents=kept)
