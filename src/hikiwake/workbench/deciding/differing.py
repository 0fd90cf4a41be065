"""Where two coders differ on one proposal: whether it is accepted, and of what both accept, in which fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from hikiwake.workbench.kept import Kept
from hikiwake.workbench.proposal import Proposal
from hikiwake.workbench.rows.beside import Settled, Verdict, settled_in
from hikiwake.workbench.rows.bodies import body_of, proposal_of

ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class Difference:
    """A proposal on which the review and a second coder have decided, each with what they made of it.

    statuses: accepted or rejected, by the review and by the second coder
    what: the fields in which they differ, each with both values; empty where they agree
    """

    kept: Kept
    verdict: Verdict
    statuses: tuple[str, str]
    first: Proposal
    second: Proposal
    what: tuple[tuple[str, str, str], ...]
    settled: Settled | None


def told_apart(kept: Kept, verdict: Verdict) -> Difference:
    """How the two decided; of a difference that was settled, how they had."""
    done = settled_in(kept.beside, verdict.coder)
    status, first = kept.status, kept.proposal
    if done and done.chosen == "second":
        status, first = done.status, proposal_of(done.body)
    second = first if verdict.body == body_of(first) else proposal_of(verdict.body)
    second = replace(second, passages=first.passages) if second.passages != first.passages else second
    statuses = (status, verdict.status)
    both = statuses == (ACCEPTED, ACCEPTED)
    what = () if status == verdict.status and not both else (("decision", *statuses),)
    told = tuple(_fields(first, second)) if both else what
    return Difference(kept, verdict, statuses, first, second, told, done)


def _fields(first: Proposal, second: Proposal) -> Iterator[tuple[str, str, str]]:
    """The fields in which two versions of a proposal differ; the order of actors is none."""
    if first == second:
        return
    one, other = _values(first), _values(second)
    for name in dict.fromkeys((*one, *other)):
        if one.get(name, "") != other.get(name, ""):
            yield name, one.get(name, ""), other.get(name, "")


def _values(proposal: Proposal) -> dict[str, str]:
    sides = {name: "; ".join(sorted(getattr(proposal, name))) for name in ("sources", "targets")}
    period = proposal.period
    when = f"{period.start} to {period.end or 'today'} ({period.precision}, {period.basis})" if period else ""
    plain = {name: getattr(proposal, name) for name in ("type", "mode", "happened", "attributed_to")}
    return {"type": plain.pop("type"), **sides, "period": when, **plain, **dict(proposal.cells)}
