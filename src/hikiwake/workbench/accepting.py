"""From a proposal to an entry of the case: the passage, the entry's row, and the actors and terms that it needs.

What a proposal does not say and an entry must have is refused by name, so that a person fills it by an edit; nothing is
made up. A proposal of kind ``merge`` says that several are one act: the later ones become mentions of the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import count
from typing import Any

from hikiwake.dossier import Dossier, Event, Mention
from hikiwake.dossier.entering.differences import row_of
from hikiwake.dossier.entering.ids import fresh_id
from hikiwake.dossier.folder.cells import MisfitError
from hikiwake.dossier.folder.tables import Column, tables
from hikiwake.errors import CaseError
from hikiwake.periods import Period
from hikiwake.wording.entering import acts
from hikiwake.workbench.kept import Kept
from hikiwake.workbench.needed import actors_of, with_actors, with_passages, with_terms
from hikiwake.workbench.proposal import Proposal
from hikiwake.workbench.uniting import joined

TABLES = {"claim": "claims", "reading": "readings", "position": "positions", "driver": "drivers"}
GIVEN = ("id", "holder", "passages")  # what accepting itself fills in
NO_PERIOD = "a period (the document gives none)"
OWN_WORDS = ("act", "told", "called")  # grounds of a proposal: what the act is in words of its passage


def accepted(dossier: Dossier, kept: Kept, texts: Mapping[str, str], event: str = "") -> tuple[Dossier, str]:
    """The case with the entry that a proposal becomes, and the entry's id; with ``event``, as a mention of that event.

    Raises ``CaseError`` where the proposal lacks what an entry must have, or names a document that the case has not.
    """
    proposal = kept.proposal
    _refuse_unfit(dossier, kept)
    dossier, passages = with_passages(dossier, proposal.passages, texts)
    dossier = with_actors(dossier, actors_of(proposal))
    holder = proposal.attributed_to or dossier.document[proposal.document].author
    if proposal.kind == "event":
        return _event(dossier, proposal, passages, holder, event)
    dossier = with_terms(dossier, proposal)
    cells = dict(proposal.cells)
    kind = TABLES[proposal.kind]
    id_ = fresh_id(proposal.kind, proposal.document, [each.id for each in getattr(dossier, kind)], dossier.document)
    cells |= {"id": id_, "holder": cells.get("holder") or holder, "passages": "; ".join(passages)}
    cells |= _period_cells(proposal) if "start" not in cells else {}
    table = tables()[kind]
    row = row_of(table, tuple(cells.get(header, "") for header in table.headers))
    return _added(dossier, kind, row), id_


def _refuse_unfit(dossier: Dossier, kept: Kept) -> None:
    """Raise ``CaseError`` with all that a proposal lacks."""
    proposal = kept.proposal
    lacks = []
    if missing := [span.document for span in proposal.passages if span.document not in dossier.document]:
        lacks.append(f"document {missing[0]!r}, which is not in documents.toml")
    if proposal.kind == "event":
        lacks += [NO_PERIOD] if proposal.period is None else []
        lacks += ["sources: who acts"] if not proposal.sources else []
    elif proposal.kind not in TABLES:
        lacks.append(f"a table for the kind {proposal.kind!r}")
    else:
        lacks += [*_lacking(proposal)]
    if ";" in (actors := dict(proposal.cells).get("actor", "")):
        lacks.append(f"one actor, not {actors!r} (actor=ID of one; of the other by hand)")
    if lacks:
        raise CaseError(f"proposal {kept.id}: an entry needs {'; '.join(lacks)}; edit the proposal first")


def _lacking(proposal: Proposal) -> Iterator[str]:
    """What the row of a statement must have and the proposal leaves empty, each with what it means."""
    cells = {**_period_cells(proposal), **dict(proposal.cells)}
    for column in tables()[TABLES[proposal.kind]].columns:
        header, *_ = column.codec.headers
        if header not in GIVEN and not cells.get(header) and _refuses_nothing(column):
            yield NO_PERIOD if header == "start" else f"{header}: {column.meaning}"


def _refuses_nothing(column: Column) -> bool:
    try:
        column.codec.parse([""] * len(column.codec.headers))
    except MisfitError:
        return True
    return False


def _period_cells(proposal: Proposal) -> dict[str, str]:
    if proposal.period is None:
        return {}
    period = proposal.period
    end = period.end.isoformat() if period.end else ""
    return {"start": period.start.isoformat(), "end": end, "precision": period.precision, "basis": period.basis}


def _event(dossier: Dossier, proposal: Proposal, passages: list[str], holder: str, event: str) -> tuple[Dossier, str]:
    """The case with the event, one mention for each passage; or with these mentions of an event that is there."""
    period = proposal.period
    if period is None:  # refused before
        raise CaseError("an event needs a period")
    who = (*proposal.sources, *proposal.targets)
    id_ = event or event_id(dossier, period, proposal.type, who)
    happened = proposal.happened or "occurred"
    taken = [mention.id for each in dossier.events for mention in each.mentions]
    mentions = []
    for passage in passages:
        mention = fresh_id("mention", proposal.document, taken, dossier.document)
        taken.append(mention)
        people = (proposal.sources, proposal.targets)
        mentions.append(Mention(mention, id_, passage, holder, period, *people, proposal.type, happened))
    if event:
        events = tuple(joined(each, mentions) if each.id == event else each for each in dossier.events)
        return replace(dossier, events=events), mentions[0].id
    cells = dict(proposal.cells)
    made = Event(
        id=id_,
        period=period,
        sources=proposal.sources,
        targets=proposal.targets,
        persons=(),
        type=proposal.type,
        mode=proposal.mode,
        issues=tuple(each.strip() for each in cells.get("issues", "").split(";") if each.strip()),
        happened=happened,
        series="",
        summary=cells.get("summary", "") or _summary(dossier, proposal),
        mentions=tuple(mentions),
    )
    return replace(dossier, events=(*dossier.events, made)), id_


def event_id(dossier: Dossier, period: Period, act: str, actors: Iterable[str]) -> str:
    """Date, act and who acts: ``event-2013-06-agree-jpn-rus``, with a number where that is taken."""
    when = period.start.isoformat()[: {"day": 10, "month": 7}.get(period.precision, 4)]
    words = re.findall(r"[a-z0-9]+", " ".join([act or "act", *list(dict.fromkeys(actors))[:2]]).casefold())
    stem = "-".join(["event", when, *words])
    taken = {event.id for event in dossier.events}
    return next(id_ for number in count(1) if (id_ := stem if number == 1 else f"{stem}-{number}") not in taken)


def _summary(dossier: Dossier, proposal: Proposal) -> str:
    """Who does what to whom, in a few words of the passage where they are known, else in those of the vocabulary."""
    sources, targets = ([dossier.actor[id_].name() for id_ in side] for side in (proposal.sources, proposal.targets))
    own = next(((kind, words) for kind, words in proposal.why if kind in OWN_WORDS), ("", ""))
    others = [each for each in targets if each not in sources]
    return acts.summary(proposal.type, sources, others, own, proposal.happened)


def _added(dossier: Dossier, kind: str, row: Any) -> Dossier:
    more: dict[str, Any] = {kind: (*getattr(dossier, kind), row)}
    return replace(dossier, **more)
