"""What an entry needs in its case: passages, actors, and terms of the case's own lists; what is missing is added."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from hikiwake.actors import Actor, Name
from hikiwake.documents import Passage
from hikiwake.dossier import Dossier, Question
from hikiwake.dossier.entering.ids import fresh_id
from hikiwake.dossier.entering.lists import lists
from hikiwake.vocabulary.actors import actor_rows
from hikiwake.workbench.proposal import Proposal, Span
from hikiwake.workbench.texts import passage_of

LISTS = {
    "claim": {"measure": "measures", "table": "tables"},
    "driver": {"cause": "variables", "effect": "variables", "mechanism": "mechanisms"},
    "position": {"on": "issues"},
}
_PARTS = {
    "public": "public",
    "cabinet": "government",
    "government": "government",
    "ministry": "ministry",
    "companies": "company",
}


def with_passages(dossier: Dossier, spans: Iterable[Span], texts: Mapping[str, str]) -> tuple[Dossier, list[str]]:
    """The case with a passage for each span, and their ids; a passage that is there already serves."""
    there = {(each.document, each.start, each.end): each.id for each in dossier.passages}
    ids, added = [], list[Passage]()
    for span in spans:
        key = (span.document, span.start, span.end)
        if key not in there:
            taken = [each.id for each in (*dossier.passages, *added)]
            there[key] = fresh_id("passage", span.document, taken, dossier.document)
            added.append(passage_of(span, texts[span.document], there[key]))
        ids.append(there[key])
    return replace(dossier, passages=(*dossier.passages, *added)), ids


def actors_of(proposal: Proposal) -> tuple[str, ...]:
    """The actors that a proposal names, each once."""
    cells = dict(proposal.cells)
    return tuple(dict.fromkeys(each for each in (*proposal.sources, *proposal.targets, cells.get("actor", "")) if each))


def with_actors(dossier: Dossier, ids: Iterable[str]) -> Dossier:
    """The case with the actors that it lacks, and the states that parts of them belong to."""
    added: dict[str, Actor] = {}
    for id_ in ids:
        for each in (id_.partition("/")[0], id_) if "/" in id_ else (id_,):
            if each not in dossier.actor and each not in added:
                added[each] = actor_of(each)
    return replace(dossier, actors=(*dossier.actors, *added.values()))


def actor_of(id_: str) -> Actor:
    """An actor as the vocabulary knows it, else under its id."""
    state, _, part = id_.partition("/")
    if part:
        return Actor(id_, _PARTS.get(part, "group"), state, names=(Name("en", "", re.sub(r"[_-]+", " ", part)),))
    row = next((row for row in actor_rows() if row.id == id_), None)
    name = Name("en", "", row.names[0] if row and row.names else id_)
    return Actor(id_, row.kind if row else "state", names=(name,))


def with_terms(dossier: Dossier, proposal: Proposal) -> Dossier:
    """The case with the terms of its own lists that the proposal uses and it lacks."""
    cells = dict(proposal.cells)
    case = dossier.case
    for column, kind in LISTS.get(proposal.kind, {}).items():
        id_ = cells.get(column, "")
        have = {term.id for term in getattr(case, kind)} | {formula.id for formula in dossier.formulas}
        if id_ and id_ not in have:
            title = id_.replace("_", " ").replace("-", " ").strip().capitalize() or id_
            longer: dict[str, Any] = {kind: (*getattr(case, kind), lists()[kind].entry(id_, title))}
            case = replace(case, **longer)
    question = cells.get("question", "") if proposal.kind == "reading" else ""
    if question and question not in {each.id for each in case.questions}:
        wording = cells.get("wording", "") or question.replace("_", " ")
        case = replace(case, questions=(*case.questions, Question(question, wording, "author")))
    return replace(dossier, case=case)
