"""Editing a proposal in words: ``type=CONSULT``, ``period=2013-06``, ``summary=...`` as a person writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from hikiwake.dossier import Dossier
from hikiwake.dossier.folder.tables import tables
from hikiwake.errors import CaseError
from hikiwake.periods import BASES, Period
from hikiwake.vocabulary import choices, event_types
from hikiwake.vocabulary.actors import actor_rows
from hikiwake.wording.terminal.near import did_you_mean
from hikiwake.workbench.accepting import TABLES
from hikiwake.workbench.proposal import Proposal

_PLAIN = ("mode", "happened", "attributed_to")
_LISTS = ("sources", "targets")


@dataclass(frozen=True, slots=True)
class Known:
    """What an edit may name: ids of actors, and of issues and formulas."""

    actors: frozenset[str]
    subjects: frozenset[str]


def known_in(dossier: Dossier) -> Known:
    """What a case and the vocabulary know."""
    actors = frozenset(dossier.actor) | frozenset(row.id for row in actor_rows())
    return Known(actors, dossier.known_issues)


def edits(proposal: Proposal, told: Iterable[str], known: Known | None = None) -> dict[str, Any]:
    """The fields that lines ``name=value`` change. Raises ``CaseError`` for a name that is no field, or a wrong value.

    Where it is told what is ``known``, an actor, issue or formula that is not is refused with what was likely meant.

    >>> from hikiwake.workbench import Span
    >>> edits(Proposal("event", (Span("a", 0, 9),)), ["type=CONSULT", "sources=JPN; RUS"])
    {'types': (('CONSULT', 1.0),), 'sources': ('JPN', 'RUS')}
    """
    changes: dict[str, Any] = {}
    for line in told:
        name, equals, value = (part.strip() for part in line.partition("="))
        if not equals:
            raise CaseError(f"{line!r}: found no '=', expected name=value, as period=2013-06")
        if known:
            _refuse_unknown(name, value, known)
        changes |= _change(replace(proposal, **changes), name, value)
    if not changes:
        raise CaseError("nothing to change; give NAME=VALUE, as period=2013-06")
    return changes


def _refuse_unknown(name: str, value: str, known: Known) -> None:
    """Raise ``CaseError`` for an id that nobody knows: most often it is misspelt."""
    lists = {**dict.fromkeys((*_LISTS, "actor"), known.actors), **dict.fromkeys(("on", "issues"), known.subjects)}
    for part in (part for part in re.split(r"\s*;\s*", value) if name in lists and part):
        if part not in lists[name] and (name in ("on", "issues") or part.partition("/")[0] not in known.actors):
            where = "case.toml or formulas.csv" if name in ("on", "issues") else "actors.csv"
            likely = did_you_mean(part, sorted(lists[name]))
            raise CaseError(
                f"{name}: found {part!r}, expected an id that is known{likely}; a new one goes into {where}"
            )


def _change(proposal: Proposal, name: str, value: str) -> dict[str, Any]:
    if name == "type":
        return {"types": ((_one_of(name, value, event_types()), 1.0),) if value else ()}
    if name in _LISTS:
        return {name: tuple(part for part in re.split(r"\s*;\s*", value) if part)}
    if name == "period":
        return {"period": _period(value, proposal.period.basis if proposal.period else "context")}
    if name == "basis" and proposal.period:
        return {"period": replace(proposal.period, basis=_one_of(name, value, BASES))}
    if name == "happened":
        return {name: _one_of(name, value, choices("happened"))}
    if name in _PLAIN:
        return {name: value}
    if name not in columns_of(proposal.kind):
        raise CaseError(f"{name!r}: no field of this proposal; fields are {', '.join(fields_of(proposal.kind))}")
    cells = dict(proposal.cells) | {name: value}
    return {"cells": tuple((key, each) for key, each in cells.items() if each)}


def _one_of(name: str, value: str, allowed: Iterable[str]) -> str:
    if value not in allowed:
        raise CaseError(f"{name}: found {value!r}, expected one of {', '.join(each for each in allowed if each)}")
    return value


def _period(value: str, basis: str) -> Period | None:
    try:
        return Period.parse(value, basis) if value else None
    except ValueError as error:
        raise CaseError(f"period: {error}") from None


def columns_of(kind: str) -> tuple[str, ...]:
    """The cells of an entry that a person may fill: those of its table, less what a proposal has already."""
    if kind == "event":
        return ("summary", "issues")
    own = {"id", "holder", "passages", "start", "end", "precision", "basis"}
    headers = tables()[TABLES[kind]].headers if kind in TABLES else ["of"]
    return tuple(header for header in headers if header not in own)


def fields_of(kind: str) -> tuple[str, ...]:
    """The names that an edit may have.

    >>> fields_of("event")
    ('type', 'sources', 'targets', 'period', 'basis', 'happened', 'mode', 'attributed_to', 'summary', 'issues')
    """
    own = ("type", *_LISTS) if kind == "event" else ()
    more = ("happened", "mode") if kind == "event" else ()
    return (*own, "period", "basis", *more, "attributed_to", *columns_of(kind))
