"""The answers to a package file as plain values."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from hikiwake.settlement.packages.bargaining.opening_up import Change
from hikiwake.settlement.packages.listing.space import package_of
from hikiwake.settlement.packages.listing.survey import sizes_of
from hikiwake.settlement.packages.listing.worth import level_of, middle, voices_of, worth_of
from hikiwake.settlement.packages.negotiation import Order, Package, Range
from hikiwake.settlement.packages.telling.answers import Answers
from hikiwake.settlement.packages.uncertain.hinges import Uncertain
from hikiwake.settlement.packages.uncertain.intervals import bounds
from hikiwake.settlement.shares import Share

MOST_ROWS = 1_000  # of the Pareto set


def as_object(found: Answers, sentences: Sequence[str]) -> dict[str, Any]:
    """All answers as one record of plain values."""
    told, counts = found.negotiation, found.counts
    win_sets = counts.win_sets or (None,) * len(told.parties)
    return {
        "title": told.title,
        "parties": list(told.names),
        "packages": counts.packages,
        "pareto": [row.as_record() for row in found.rows[:MOST_ROWS]],
        "pareto_count": found.pareto,
        "zone": counts.zone,
        "agreement": "open" if found.is_open else "none",
        "points": found.points.as_records(),
        "win_sets": dict(zip(told.names, win_sets, strict=True)),
        "overlap": counts.overlap,
        "signable": counts.signable,
        "pivotal": _pivotal(found),
        "opening": _opening(found),
        "opening_searched": found.linkage.searched,
        "changes": [_change(found, change) for change in found.changes],
        "all_or_nothing": [told.issues[at].id for at in found.all_or_nothing],
        "concession": _concession(found),
        "waiting": _waiting(found),
        "improvement": _improvement(found),
        "range": {"sure": counts.sure, "possible": counts.possible},
        "draws": _draws(found),
        "hinges": _hinges(found),
        "tabled": [
            {**one.as_record(told.named(one.package), told.names),
             "model": [each.as_record() for each in found.held(one.package)]} for one in found.tabled
        ],
        "links": [
            {"issues": [told.issues[at].id for at in link.issues], "grounds": list(link.grounds), "says": link.says}
            for link in told.links
        ],
        "reading": reading(found),
        "exact": found.exact,
        "sentences": list(sentences),
    }  # fmt: skip


def reading(found: Answers) -> str | dict[str, str]:
    """By which reading packages are evaluated: one word where it is that of all parties, else by party."""
    each: dict[str, str] = {party.name: party.voice.reading for party in found.negotiation.parties}
    one = set(each.values())
    return each if len(one) > 1 else next(iter(one))


def _pivotal(found: Answers) -> list[dict[str, Any]]:
    parties = found.negotiation.parties
    return [
        {
            "party": parties[one.party].name, "constituency": parties[one.party].constituencies[one.place].name,
            "keeps_out": one.keeps_out, "opens": one.opens,
            "price": {name: _plain(price) for name, price in zip(found.negotiation.names, one.prices, strict=True)},
        }
        for one in found.pivotal
    ]  # fmt: skip


def _opening(found: Answers) -> list[dict[str, Any]]:
    issues, names = found.negotiation.issues, found.negotiation.names
    return [
        {
            "issues": [issues[at].id for at in one.issues],
            "pays": {name: [issues[at].id for at in own] for name, own in zip(names, one.pays, strict=True)},
            "package": {issues[at].id: issues[at].alternatives[taken]
                        for at, taken in zip(one.issues, one.alternatives, strict=True)},
            "gains": [float(gain) for gain in one.gains],
        }
        for one in found.linkage.openings
    ]  # fmt: skip


def _change(found: Answers, change: Change) -> dict[str, Any]:
    issues = found.negotiation.issues
    party, voice = whose(found, change.voice)
    issue = None if change.issue is None else issues[change.issue]
    return {
        "kind": change.kind, "party": party, "constituency": voice if voice != party else None, "by": float(change.by),
        "issue": issue and issue.id, "from": None if change.source is None else issues[change.source].id,
        "alternative": None if issue is None or change.alternative is None else issue.alternatives[change.alternative],
        "rule": change.rule or None,
    }  # fmt: skip


def whose(found: Answers, place: int | None) -> tuple[str | None, str | None]:
    """The party to which a voice belongs, and the voice's own name."""
    if place is None:
        return None, None
    own = [(party.name, party.name) for party in found.negotiation.parties]
    own += [(party.name, one.name) for party in found.negotiation.parties for one in party.constituencies]
    return own[place]


def _concession(found: Answers) -> dict[str, Any] | None:
    one, names = found.concession, found.negotiation.names
    if one is None:
        return None
    return {
        "first": {name: _named(found, number) for name, number in zip(names, one.packages, strict=True)},
        "limits": {name: float(limit) for name, limit in zip(names, one.limits, strict=True)},
        "concedes": None if one.concedes is None else names[one.concedes],
    }


def _waiting(found: Answers) -> list[dict[str, Any]]:
    names = found.negotiation.names
    return [
        {
            "era": one.era, "reservations": [float(each) for each in one.reservations], "zone": one.zone,
            "nash": [_named(found, number) for number in one.nash],
            "worth": None if one.worth is None else [float(each) for each in one.worth],
            "gained": dict(zip(names, one.gained, strict=False)) or None,
        }
        for one in found.eras
    ]  # fmt: skip


def _improvement(found: Answers) -> dict[str, Any] | None:
    one = found.improvement
    if one is None:
        return None
    own = found.scales[: len(found.negotiation.parties)]
    return {
        "package": found.negotiation.named(one.package),
        "worth": [float(each * scale.unit) for each, scale in zip(one.worth, own, strict=True)],
        "better_for_some": one.counts and one.counts[0], "better_for_all": one.counts and one.counts[1],
        "best": [found.negotiation.named(each) for each in one.best],
    }  # fmt: skip


def _draws(found: Answers) -> dict[str, Any] | None:
    one, names = found.drawn, found.negotiation.names
    if one is None:
        return None
    return {
        "count": one.count, "seed": one.seed, "zone": _share(one.zone), "beyond": _share(one.beyond),
        "signable": _share(one.signable),
        "nash": [{"package": _named(found, number), **_share(share)} for number, share in one.nash[:20]],
        "package": None if one.package is None else _named(found, one.package),
        "accepted": None if one.accepted is None else _share(one.accepted),
        "ratified": {name: _share(share) for name, share in zip(names, one.ratified, strict=False)},
    }  # fmt: skip


def _hinges(found: Answers) -> dict[str, Any] | None:
    if found.hinges is None:
        return None
    rows = [
        {
            "numbers": [
                {**uncertain(found, one), "at": float(end)} for one, end in zip(row.numbers, row.at, strict=True)
            ],
            "zone": "open" if row.open else "empty",
            "nash": [_named(found, number) for number in row.nash],
        }
        for row in found.hinges.rows
    ]
    return {"uncertain": found.hinges.uncertain, "searched": found.hinges.searched, "sets": rows}


def uncertain(found: Answers, one: Uncertain) -> dict[str, Any]:
    """An uncertain number by the names of what it belongs to."""
    issue = None if one.issue is None else found.negotiation.issues[one.issue]
    return {
        "party": found.negotiation.names[one.voice],
        "of": "reservation" if issue is None else "weight" if one.alternative is None else "evaluation",
        "issue": issue and issue.id,
        "alternative": None if issue is None or one.alternative is None else issue.alternatives[one.alternative],
    }


def _share(share: Share) -> dict[str, float]:
    return {"share": share.share, "low": share.low, "high": share.high}


def _named(found: Answers, number: int) -> dict[str, str]:
    return found.negotiation.named(package_of(number, sizes_of(found.negotiation)))


def _plain(number: Fraction | None) -> float | None:
    return None if number is None else float(number)


def reasons(found: Answers, package: Package) -> list[dict[str, Any]]:
    """What a package is worth to each voice, issue by issue, then its reservation or floor, each with its grounds."""
    rows = []
    for place, voice in enumerate(voices_of(found.negotiation)):
        party, name = whose(found, place)
        worths = worth_of(voice)
        for at, (issue, taken) in enumerate(zip(found.negotiation.issues, package, strict=True)):
            told = voice.stakes[at].evaluations
            spans = told.between and bounds(voice.stakes[at]) if isinstance(told, Order) else told
            between = [float(spans[taken].low), float(spans[taken].high)] if spans else None
            rows.append({
                "party": party, "voice": name, "issue": issue.id, "alternative": issue.alternatives[taken],
                "weight": float(voice.stakes[at].weight.middle), "evaluation": float(middle(voice.stakes[at])[taken]),
                "between": between, "worth": float(worths[at][taken]),
                "grounds": list(voice.grounds_of(issue.id, issue.alternatives[taken])),
                "inferred": voice.inferred_of(issue.id, issue.alternatives[taken]),
            })  # fmt: skip
        level, own = voice.level, place < len(found.negotiation.parties)
        rows.append({
            "party": party, "voice": name, "issue": "reservation" if own else "floor",
            "alternative": None, "weight": None, "evaluation": None,
            "between": [float(level.low), float(level.high)] if isinstance(level, Range) else None,
            "worth": float(level_of(level, worths)), "grounds": list(voice.grounds.get("level", ())), "inferred": "",
        })  # fmt: skip
    return rows
