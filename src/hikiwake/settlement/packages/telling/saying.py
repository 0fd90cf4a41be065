"""The answers to a package file in sentences, none of which says more than these evaluations allow."""

from __future__ import annotations

from collections.abc import Iterator

from hikiwake.settlement.packages.bargaining.linkage import references
from hikiwake.settlement.packages.bargaining.opening_up import Change
from hikiwake.settlement.packages.bargaining.points import NAMES, Name
from hikiwake.settlement.packages.listing.space import package_of
from hikiwake.settlement.packages.listing.survey import sizes_of
from hikiwake.settlement.packages.negotiation import Package
from hikiwake.settlement.packages.telling.answers import Answers
from hikiwake.settlement.packages.telling.found import FROM_THE_RESERVATION, Found
from hikiwake.settlement.packages.telling.records import whose
from hikiwake.settlement.packages.uncertain.hinges import Uncertain
from hikiwake.settlement.shares import Share
from hikiwake.wording.packages import fair, opening, parts, tabled, uncertain
from hikiwake.wording.settlements import SIGNS, look


def said(found: Answers) -> Iterator[str]:
    """All that the answers say."""
    told, counts = found.negotiation, found.counts
    yield fair.zone(counts.zone, counts.packages, len(told.parties), open_=found.is_open, certain=found.certain)
    if counts.sure is not None and counts.possible is not None and not found.certain:
        yield uncertain.between(counts.sure, counts.possible)
    if told.status_quo is not None and all(party.voice.level == told.status_quo for party in told.parties):
        yield fair.without()
    if found.is_settled:
        yield from _points(found)
    elif found.share_of_nash:
        yield uncertain.no_fair_point(_package(found, found.points.nash[0]), _share(found.share_of_nash))
    yield from _ratifiers(found)
    yield from _opening(found)
    if found.all_or_nothing and found.is_settled:
        yield fair.all_or_nothing([told.issues[at].name for at in found.all_or_nothing])
    yield from _others(found)
    yield from _beside(found)
    yield fair.reading([(party.name, party.voice.reading) for party in told.parties])
    if not found.exact:
        yield fair.rounded()


def _points(found: Answers) -> Iterator[str]:
    """Every fair point; those that are the same package in one sentence."""
    same: dict[tuple[bool, tuple[str, ...]], list[Name]] = {}
    for name in NAMES:
        for first in getattr(found.points, name)[:1]:
            same.setdefault((name in FROM_THE_RESERVATION, tuple(first.package.values())), []).append(name)
    for (inside, _), names in same.items():
        first = getattr(found.points, names[0])[0]
        gains = first.gains if inside else first.worth
        each = [(who, parts.figure(gain)) for who, gain in zip(found.negotiation.names, gains, strict=True)]
        ties = max(found.points.ties[name] for name in names)
        yield fair.point(names, _package(found, first), each, ties, inside=inside)
        if not inside and not first.accepted and found.is_open:
            yield fair.outside(names[0])
    failing = [name for names in same.values() for name in names if not getattr(found.points, name)[0].ratified]
    if failing and any(party.constituencies for party in found.negotiation.parties):
        yield fair.unratified(failing)


def _package(found: Answers, one: Found) -> str:
    return _chosen(found, tuple(issue.alternatives.index(one.package[issue.id]) for issue in found.negotiation.issues))


def _numbered(found: Answers, number: int) -> str:
    return _chosen(found, package_of(number, sizes_of(found.negotiation)))


def _chosen(found: Answers, package: Package) -> str:
    issues = found.negotiation.issues
    return parts.package([(issue.name, issue.called(at)) for issue, at in zip(issues, package, strict=True)])


def _ratifiers(found: Answers) -> Iterator[str]:
    told, counts = found.negotiation, found.counts
    if not any(party.constituencies for party in told.parties):
        return
    if counts.win_sets is not None and counts.overlap is not None and counts.signable is not None:
        yield opening.win_sets([*zip(told.names, counts.win_sets, strict=True)], counts.overlap, counts.signable)
    for one in found.pivotal:
        party = told.parties[one.party]
        prices = [
            (name, parts.figure(float(price))) for name, price in zip(told.names, one.prices, strict=True) if price
        ]
        yield opening.pivotal(party.constituencies[one.place].name, party.name, one.keeps_out, prices, opens=one.opens)


def _opening(found: Answers) -> Iterator[str]:
    issues, names = found.negotiation.issues, found.negotiation.names
    if found.linkage.openings and found.is_settled:
        first = found.linkage.openings[0]
        pays = [(name, [issues[at].name for at in own]) for name, own in zip(names, first.pays, strict=True)]
        named, others = [issues[at].name for at in first.issues], len(found.linkage.openings) - 1
        yield opening.opening(named, pays, others, from_nothing=None in references(found.negotiation))
    elif not found.linkage.openings:
        yield opening.no_opening(found.linkage.searched, found.linkage.of, open_=found.is_open)
    if found.counts.signable == 0:
        changes = [_change(found, change) for change in found.changes]
        yield opening.least(changes, ratified=any(party.constituencies for party in found.negotiation.parties))


def _change(found: Answers, change: Change) -> str:
    issues = found.negotiation.issues
    party, voice = whose(found, change.voice)
    who = voice or "" if voice == party else f"{voice} ({party})"
    issue = change.rule if change.issue is None else issues[change.issue].name
    alternative = "" if change.issue is None or change.alternative is None else (
        issues[change.issue].called(change.alternative))  # fmt: skip
    source = "" if change.source is None else issues[change.source].name
    kind = "reservation" if change.kind == "floor" and voice == party else change.kind
    return opening.change(kind, who, parts.enough(float(change.by)), issue, source, alternative)


def _others(found: Answers) -> Iterator[str]:
    names = found.negotiation.names
    if (one := found.concession) and found.is_settled:
        limits = [(name, f"{float(limit):.0%}") for name, limit in zip(names, one.limits, strict=True)]
        yield fair.concession(limits, "" if one.concedes is None else names[one.concedes])
    for era in found.eras:
        moved = [[name for name, way in zip(names, era.gained, strict=False) if way == sign] for sign in (1, -1)]
        yield fair.era(era.era, era.zone, *moved)
    if better := found.improvement:
        best = _chosen(found, better.best[0]) if better.best else ""
        yield fair.improvement(_chosen(found, better.package), better.counts, best)
    yield from _uncertain(found)


def _beside(found: Answers) -> Iterator[str]:
    """Packages that have a name, each with what the model says of it; then which issues the record ties together."""
    for one in found.tabled:
        sides = [(name, gain.accepts) for name, gain in zip(found.negotiation.names, one.gains, strict=True)]
        yield tabled.tabled(one.name, sides, _share(one.accepted) if one.accepted else "")
        if verdicts := found.held(one.package):
            by: dict[str, list[str]] = {}
            for each in verdicts:
                by.setdefault(SIGNS[look(each.verdict, each.signed)][1], []).append(each.reading)
            yield tabled.held(one.name, found.negotiation.conflict, [*by.items()])
    for link in found.negotiation.links:
        yield tabled.linked([found.negotiation.issues[at].name for at in link.issues], len(link.grounds))


def _uncertain(found: Answers) -> Iterator[str]:
    if drawn := found.drawn:
        nash = _numbered(found, drawn.nash[0][0]) if drawn.nash and found.is_settled else ""
        often = _share(drawn.nash[0][1]) if drawn.nash else ""
        yield uncertain.draws(drawn.count, drawn.seed, _share(drawn.zone), _share(drawn.beyond), nash, often)
        yield uncertain.no_probability()
        asked = found.improvement is not None or found.is_settled
        if asked and drawn.package is not None and drawn.accepted is not None:
            sides = [(party.name, _share(share)) for party, share in
                     zip(found.negotiation.parties, drawn.ratified, strict=True) if party.constituencies]  # fmt: skip
            yield uncertain.risk(_numbered(found, drawn.package), _share(drawn.accepted), sides)
    if found.hinges and found.hinges.uncertain:
        rows = found.hinges.rows
        numbers = [_number(found, one) for one in rows[0].numbers] if rows else []
        yield uncertain.hinges(numbers, len(numbers), len(rows), found.hinges.searched, found.hinges.uncertain)


def _share(share: Share) -> str:
    return f"{share.share:.0%} ({share.low:.0%} to {share.high:.0%})"


def _number(found: Answers, one: Uncertain) -> str:
    issues = found.negotiation.issues
    issue = None if one.issue is None else issues[one.issue]
    alternative = "" if issue is None or one.alternative is None else issue.called(one.alternative)
    return uncertain.uncertain(found.negotiation.names[one.voice], issue.name if issue else "", alternative)
