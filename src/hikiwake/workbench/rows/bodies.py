"""Proposals as JSON, and back."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from functools import cache
from typing import Any

from hikiwake.periods import Period
from hikiwake.workbench.proposal import Proposal, Span
from hikiwake.workbench.store import broken


def body_of(proposal: Proposal) -> str:
    """A proposal as JSON."""
    told = {name: getattr(proposal, name) for name in _names()}
    told["passages"] = [[span.document, span.start, span.end] for span in proposal.passages]
    told["period"] = _cells(proposal.period) if proposal.period else None
    return _encoder().encode(told)


@cache
def _names() -> tuple[str, ...]:
    return tuple(field.name for field in fields(Proposal))


@cache
def _encoder() -> json.JSONEncoder:
    return json.JSONEncoder(ensure_ascii=False)


def _cells(period: Period) -> list[str | None]:
    end = None if period.end is None else period.end.isoformat()
    return [period.start.isoformat(), end, period.precision, period.basis]


def proposal_of(body: str) -> Proposal:
    """The proposal that stands in JSON. Raises ``StorageError`` for what is none."""
    try:
        told = json.loads(body)
        start, end, *rest = told.pop("period") or (None, None)
        period = Period(date.fromisoformat(start), date.fromisoformat(end) if end else None, *rest) if start else None
        passages = tuple(Span(*each) for each in told.pop("passages"))
        lists = {name: _frozen(value) for name, value in told.items()}
        return Proposal(**{**lists, "passages": passages, "period": period})
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise broken(error) from None


def _frozen(value: Any) -> Any:
    return tuple(_frozen(each) for each in value) if isinstance(value, list) else value
