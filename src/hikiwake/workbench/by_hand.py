"""Entering by hand: a row as somebody filled it in, with its passages, and the actors and terms that it needs.

It is held against the whole case as ``check`` does. An actor that the vocabulary knows is added with it; a term that is
new goes into the lists of the case only where that is asked for, since most often it is misspelt.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from hikiwake.dossier import Dossier, Event, Mention, Question
from hikiwake.dossier.entering.authored import authored
from hikiwake.dossier.entering.by_hand import (
    Misfit,
    MisfitsError,
    cells_there,
    referring,
    refuse_misfits,
    row_entered,
    with_row,
    without_row,
)
from hikiwake.dossier.entering.differences import Change, applied
from hikiwake.dossier.entering.ids import fresh_id
from hikiwake.dossier.entering.lists import TERMS, editable, lists
from hikiwake.errors import CaseError
from hikiwake.vocabulary.actors import actor_rows
from hikiwake.workbench.accepting import event_id
from hikiwake.workbench.needed import with_actors, with_passages
from hikiwake.workbench.proposal import Span
from hikiwake.workbench.taking_over import refuse_other_text

ENTRIES = (
    "mentions",
    "claims",
    "readings",
    "positions",
    "formulas",
    "drivers",
    "doubts",
    "memos",
)  # with ids that are made

_CHANGED = "changed meanwhile; nothing was changed; below is what you wrote, and what it is now"
MADE = "event"  # the id of an event until one is made of its date, act and actors


@dataclass(frozen=True, slots=True)
class Wanted:
    """A row as it was filled in: its kind, its cells by column, and passages that are still to be made.

    ``id`` is that of the row it takes the place of, empty for a new one; ``stood`` says how that one was when it was
    shown (``stand_of``). Of a new event ``cells`` have the ``holder`` of its first mention. ``adding`` says that terms
    which are new are to be added to the lists of the case.
    """

    kind: str
    cells: Mapping[str, str] = field(default_factory=dict)
    id: str = ""
    stood: str = ""
    spans: tuple[Span, ...] = ()
    adding: bool = False


class ChangedError(CaseError):
    """A row is no more as it was when it was shown: somebody changed it, or took it out."""


def stand_of(cells: tuple[str, ...] | None) -> str:
    """How a row stands, in a short word, so that one can see whether it is still the same; empty for none."""
    return "" if cells is None else hashlib.sha256(json.dumps(cells).encode()).hexdigest()[:16]


def entered(dossier: Dossier, wanted: Wanted, texts: Mapping[str, str]) -> tuple[Dossier, str]:
    """The case with a row as it was filled in, and the id of the row."""
    _refuse_changed(dossier, wanted.kind, wanted.id, wanted.stood)
    if missing := [span.document for span in wanted.spans if span.document not in texts]:
        raise CaseError(f"{missing[0]}: its text is not at hand; nothing was changed")
    refuse_other_text(dossier, texts)
    after, passages = with_passages(dossier, wanted.spans, texts)
    cells = {**wanted.cells, **_cited(wanted, passages)}
    cells["id"] = id_ = wanted.id or cells.get("id", "").strip() or _id(after, wanted, passages)
    try:
        row = row_entered(wanted.kind, cells)
        if isinstance(row, Event) and id_ == MADE:
            row = replace(row, id=(id_ := event_id(after, row.period, row.type, (*row.sources, *row.targets))))
        if not wanted.id and cells_there(after, wanted.kind, id_):
            raise MisfitsError([Misfit(wanted.kind, id_, "id", id_, "an id that is not taken")])
        after = with_row(_with_named(after, wanted.kind, row, adding=wanted.adding), wanted.kind, row)
        mentions = [*_mentions(after, wanted, row, passages)]
        for mention in mentions:
            after = with_row(after, "mentions", mention)
        refuse_misfits(after)
    except MisfitsError as error:
        raise _told_of(wanted, id_, error) from None
    return after, id_


def _told_of(wanted: Wanted, id_: str, error: MisfitsError) -> MisfitsError:
    """The misfits, those of the row itself under the id that it was filled in with; what mentions repeat, once."""
    own = [replace(each, id=wanted.id) for each in error.misfits if (each.kind, each.id) == (wanted.kind, id_)]
    said = {(each.column, each.found) for each in own}
    others = [each for each in error.misfits if (each.kind, each.id) != (wanted.kind, id_)]
    return MisfitsError([*own, *(each for each in others if (each.column, each.found) not in said)])


def removed(dossier: Dossier, kind: str, id_: str, stood: str = "") -> Dossier:
    """The case without a row. Raises ``MisfitsError`` where others name it, ``ChangedError`` where it has changed."""
    _refuse_changed(dossier, kind, id_, stood)
    after = without_row(dossier, kind, id_)
    refuse_misfits(after)
    return after


def rewritten(dossier: Dossier, kind: str, id_: str, text: str | None, stood: str | None = None) -> Dossier:
    """The case with a text of it as somebody wrote it (``authored``), or without it where the text is ``None``.

    Raises ``ChangedError`` where it is no more as it was shown, ``CaseError`` where it cannot be read,
    ``MisfitsError`` where it names what the case does not have.
    """
    if kind not in authored():
        raise CaseError(f"{kind!r}: no kind of text of a case; there are {', '.join(authored())}")
    found = authored()[kind].texts(dossier).get(id_)
    before = None if found is None else (found,)
    if stood is not None and stand_of(before) != stood:
        raise ChangedError(f"{id_}: {_CHANGED}")
    if text == found:
        return dossier
    after = applied(dossier, [Change(kind, id_, before, None if text is None else (text,))])
    refuse_misfits(after)
    return after


def _refuse_changed(dossier: Dossier, kind: str, id_: str, stood: str) -> None:
    if kind not in editable():
        raise CaseError(f"{kind!r}: no table of a case; there are {', '.join(editable())}")
    there = cells_there(dossier, kind, id_) if id_ else None
    if id_ and there is None:
        raise ChangedError(f"{id_}: taken out meanwhile; nothing was changed")
    if stood and stand_of(there) != stood:
        raise ChangedError(f"{id_}: {_CHANGED}")


def _cited(wanted: Wanted, passages: list[str]) -> dict[str, str]:
    """The cell that names the passages, with those that were made."""
    if wanted.kind == "mentions":
        return {"passage": passages[0]} if passages else {}
    typed = [each.strip() for each in wanted.cells.get("passages", "").split(";") if each.strip()]
    return {"passages": "; ".join(dict.fromkeys([*typed, *passages]))}


def _id(dossier: Dossier, wanted: Wanted, passages: list[str]) -> str:
    """A new id after the pattern of the others; none for what is named by the id that a person gives it."""
    if wanted.kind == "events":
        return MADE
    if wanted.kind not in ENTRIES:
        return ""
    cited = wanted.cells.get("passages", wanted.cells.get("passage", "")).partition(";")[0].strip()
    passage = dossier.passage.get(next(iter(passages), cited))
    taken = [each.id for event in dossier.events for each in event.mentions]
    taken = taken if wanted.kind == "mentions" else [each.id for each in getattr(dossier, wanted.kind)]
    return fresh_id(wanted.kind.removesuffix("s"), passage.document if passage else "case", taken, dossier.document)


def _mentions(dossier: Dossier, wanted: Wanted, row: Any, passages: list[str]) -> Iterator[Mention]:
    """The mentions of an event in passages that were chosen for it."""
    if not isinstance(row, Event):
        return
    taken = [each.id for event in dossier.events for each in event.mentions]
    for passage in passages:
        document = dossier.passage[passage].document
        id_ = fresh_id("mention", document, taken, dossier.document)
        taken.append(id_)
        holder = wanted.cells.get("holder", "").strip() or dossier.document[document].author
        if not holder:
            raise MisfitsError([Misfit(wanted.kind, row.id, "holder", "", "who says so, which is never empty")])
        told = (row.period, row.sources, row.targets, row.type, row.happened)
        yield Mention(id_, row.id, passage, holder, *told)


def _with_named(dossier: Dossier, kind: str, row: Any, *, adding: bool) -> Dossier:
    """The case with the actors that a row names and the vocabulary knows; and, where asked for, with its new terms."""
    known = {each.id for each in actor_rows()} | {*dossier.actor}
    for column, refers in referring(editable()[kind]):
        value = getattr(row, column if column != "start" else "period", ())
        ids = [each for each in ((value,) if isinstance(value, str) else value) if isinstance(each, str) and each]
        if refers == "actors":
            dossier = with_actors(dossier, [id_ for id_ in ids if id_.partition("/")[0] in known])
        elif adding:
            dossier = _with_terms(dossier, "issues" if refers == "issues or formulas" else refers, ids)
    return dossier


def _with_terms(dossier: Dossier, kind: str, ids: list[str]) -> Dossier:
    """The case with terms in one of its lists that are not there yet, each called as its id reads."""
    there = {each.id for each in getattr(dossier.case, kind)} if kind in lists() else set()
    there |= {each.id for each in dossier.formulas} if kind == "issues" else set()
    new = [id_ for id_ in ids if id_ not in there]
    if kind in TERMS:
        called = [id_.replace("_", " ").replace("-", " ").strip().capitalize() or id_ for id_ in new]
        terms = [lists()[kind].entry(id_, title) for id_, title in zip(new, called, strict=True)]
    elif kind == "questions":
        return replace(dossier, case=_asking(dossier, new))
    else:
        return dossier
    longer: dict[str, Any] = {kind: (*getattr(dossier.case, kind), *terms)}
    return replace(dossier, case=replace(dossier.case, **longer))


def _asking(dossier: Dossier, ids: list[str]) -> Any:
    asked = [Question(id_, id_.replace("_", " ")) for id_ in ids]
    return replace(dossier.case, questions=(*dossier.case.questions, *asked))
