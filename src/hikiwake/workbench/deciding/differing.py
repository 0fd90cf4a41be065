"""Where two coders differ on one proposal: whether it is accepted, and of what both accept, in which fields."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from hikiwake.workbench.kept import Kept
from hikiwake.workbench.proposal import Proposal
from hikiwake.workbench.reviewing.alpha import Agreement, agreed, jaccard
from hikiwake.workbench.rows.beside import SECOND, SETTLED, Settled, Verdict, settled_in
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


class Said(NamedTuple):
    """What of a proposal's JSON is compared; actors in no order, no empty cell."""

    event: bool
    type: str
    happened: str
    period: tuple[str | None, ...]
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    more: tuple[str, str]
    cells: frozenset[tuple[str, str]]

    @property
    def actors(self) -> frozenset[str]:
        """Who takes part."""
        return frozenset((*self.sources, *self.targets))


def said(body: str) -> Said:
    """What a proposal's JSON says."""
    told: dict[str, Any] = json.loads(body)
    types, sources, targets = told["types"], tuple(sorted(told["sources"])), tuple(sorted(told["targets"]))
    more = (told["mode"], told["attributed_to"])
    cells = frozenset((name, value) for name, value in told["cells"] if value)
    period = tuple(told["period"] or ())
    return Said(
        told["kind"] == "event", types[0][0] if types else "", told["happened"], period, sources, targets, more, cells
    )


@dataclass(frozen=True, slots=True)
class Comparison:
    """How far a second coder and the review agree, and the ids of the proposals on which they differ."""

    agreement: tuple[Agreement, ...]
    unsettled: tuple[str, ...]
    settled: tuple[str, ...]


def compared(rows: Iterable[tuple[str, str, str, str]], coder: str) -> Comparison:
    """Compare what the review and a second coder decided.

    rows: of each proposal its id, its status, and as JSON itself and what stands beside it, with that coder's verdict

    Types, statuses and times differ or not; actors, and the cells of what is no event, by their Jaccard distance.
    """
    statuses, both, apart = list[tuple[str, str]](), list[tuple[Said, Said]](), dict[str, bool]()
    for id_, now, body, beside in rows:
        own = {each[0]: each for each in json.loads(beside) if each[1] == coder}
        verdict, done = Verdict(*own[SECOND][1:]), Settled(*own[SETTLED][1:]) if SETTLED in own else None
        status, first = (done.status, done.body) if done and done.chosen == "second" else (now, body)
        statuses.append((status, verdict.status))
        other = status != verdict.status
        if statuses[-1] == (ACCEPTED, ACCEPTED):
            one = said(first)
            both.append((one, one if first == verdict.body else said(verdict.body)))
            other = both[-1][0] != both[-1][1]
        if other:
            apart[id_] = done is not None
    ids = {flag: tuple(id_ for id_, is_settled in apart.items() if is_settled is flag) for flag in (False, True)}
    return Comparison(tuple(_agreement(statuses, both)), ids[False], ids[True])


def _agreement(statuses: list[tuple[str, str]], both: list[tuple[Said, Said]]) -> Iterator[Agreement]:
    events, others = ([pair for pair in both if pair[0].event is event] for event in (True, False))
    yield agreed("accepted", [*statuses])
    yield agreed("type", [(one.type, other.type) for one, other in events])
    yield agreed("status", [(one.happened, other.happened) for one, other in events])
    yield agreed("time", [(one.period, other.period) for one, other in both])
    yield agreed("actors", [(one.actors, other.actors) for one, other in events], jaccard)
    yield agreed("cells", [(one.cells, other.cells) for one, other in others], jaccard)
