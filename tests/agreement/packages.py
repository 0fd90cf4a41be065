"""Random package files, and a line for everything in which the program's answers differ from the plain ones."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations
from typing import Any

from hikiwake.settlement.packages import Negotiation, Packages, divide, negotiation_from, packages
from hikiwake.settlement.packages.listing.merging import merged
from hikiwake.settlement.packages.listing.survey import sizes_of
from hikiwake.settlement.packages.listing.worth import scales_of
from hikiwake.settlement.packages.telling.found import Found
from tests.agreement.packages_plain import Package, Plain, dominates

MOST_CHANGED = 60  # packages times voices: of larger files changes are not tried one by one


def drawn(rng: random.Random) -> Plain:
    """A random package file: up to 4 issues, 3 parties, constituencies, rules, packages as levels, both readings."""
    issues = [{"id": f"i{at}", "alternatives": [f"a{place}" for place in range(rng.randint(1, 4))]}
              for at in range(rng.randint(1, 4))]  # fmt: skip
    tables: dict[str, Any] = {"issues": issues}
    whole = {issue["id"]: rng.choice(issue["alternatives"]) for issue in issues}
    if rng.random() < 0.4:
        tables["status_quo"] = whole
    tables["parties"] = [_party(rng, issues, f"P{at}") for at in range(rng.choice((1, 2, 2, 2, 3)))]
    if len(issues) > 1:
        tables["excluded"] = [{"when": _some(rng, issues, 2)} for _ in range(rng.choice((0, 0, 1, 2)))]
        tables["needed"] = [_need(rng, issues) for _ in range(rng.choice((0, 0, 0, 1)))]
    return Plain(written(tables))


def _party(rng: random.Random, issues: list[dict[str, Any]], name: str) -> dict[str, Any]:
    party = _voice(rng, issues, name, rng.choice(("raw", "raw", "scaled")))
    if rng.random() < 0.4:
        party["reservation"] = {issue["id"]: rng.choice(issue["alternatives"]) for issue in issues}
    elif rng.random() < 0.8:
        party["reservation"] = rng.choice((0, 0, 1, 3, 5, 8, 14))
    inside = [_voice(rng, issues, f"{name}c{at}", party["reading"]) for at in range(rng.choice((0, 0, 1, 2, 3)))]
    for one in inside:
        one["floor"] = rng.choice((-3, 0, 0, 2, 5))
        if rng.random() < 0.5:
            del one["weights"]
    if inside:
        party["constituencies"] = inside
        party["ratification"] = rng.choice(("all", rng.randint(1, len(inside)), {"quota": len(inside)}))
        if isinstance(party["ratification"], dict):
            for one in inside:
                one["votes"] = rng.choice((1, 2, 2.5))
    return party


def _voice(rng: random.Random, issues: list[dict[str, Any]], name: str, reading: str) -> dict[str, Any]:
    least = 0 if reading == "scaled" else -2
    numbers = [*range(least, 7)]
    voice: dict[str, Any] = {"name": name, "reading": reading, "evaluations": {}, "orders": {}}
    voice["weights"] = {issue["id"]: rng.choice((0, 1, 1, 2, 0.5, 3)) for issue in issues}
    voice["weights"][issues[0]["id"]] = rng.choice((1, 2, 1.5))
    for issue in issues:
        alternatives = list(issue["alternatives"])
        if rng.random() < 0.15:
            rng.shuffle(alternatives)
            voice["orders"][issue["id"]] = alternatives
        else:
            voice["evaluations"][issue["id"]] = {each: _number(rng, numbers) for each in alternatives}
    return voice


def _number(rng: random.Random, numbers: list[int]) -> Any:
    one = rng.choice(numbers)
    return [one, one + rng.randint(0, 2)] if rng.random() < 0.06 else one


def _some(rng: random.Random, issues: list[dict[str, Any]], count: int) -> dict[str, str]:
    return {issue["id"]: rng.choice(issue["alternatives"]) for issue in rng.sample(issues, count)}


def _need(rng: random.Random, issues: list[dict[str, Any]]) -> dict[str, Any]:
    when, needs = rng.sample(issues, 2)
    return {"when": _some(rng, [when], 1), "needs": _some(rng, [needs], 1)}


def written(tables: dict[str, Any]) -> str:
    """Tables as TOML, every value inline."""
    return "\n".join(f"{key} = {_value(value)}" for key, value in tables.items())


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(key)} = {_value(each)}" for key, each in value.items()) + " }"
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, Fraction):
        return str(float(value))
    return json.dumps(value)


def differences(plain: Plain) -> Iterator[str]:
    """A line for everything that differs."""
    told = negotiation_from(plain.text)
    found = packages(told, draws=0)
    yield from _counts(found, plain)
    yield from _points(found, plain)
    yield from _ratifiers(found, plain)
    opening = {tuple(told.issues[at].id for at in one.issues) for one in found.linkage.openings}
    yield from _differ("opening", opening, plain.opening())
    yield from _changes(found, plain)
    yield from _merged(told, plain)
    yield from _improved(told, plain)
    for enough in range(1, plain.own + 1):
        yield from _fallback(told, plain, enough)
    yield from _conceded(found, plain)
    yield from _bounds(found, plain)


def _differ(what: str, ours: object, theirs: object) -> Iterator[str]:
    if ours != theirs:
        yield f"{what}: {ours} and {theirs}"


def _named(rows: tuple[Found, ...]) -> set[Package]:
    return {tuple(row.package.values()) for row in rows}


def _counts(found: Packages, plain: Plain) -> Iterator[str]:
    counts = found.counts
    yield from _differ("packages", counts.packages, len(plain.packages))
    yield from _differ("zone", counts.zone, len(plain.zone))
    yield from _differ("pareto", _named(found.rows), plain.pareto)
    yield from _differ("win-sets", list(counts.win_sets or ()), plain.win_sets())
    yield from _differ("overlap", counts.overlap, len(plain.overlap()))
    yield from _differ("signable", counts.signable, len(plain.signable()))


def _points(found: Packages, plain: Plain) -> Iterator[str]:
    for name, theirs in plain.points().items() if plain.zone else ():
        yield from _differ(name, _named(getattr(found.points, name)), theirs)
    if not plain.zone:
        yield from _differ("no points", found.points.nash + found.points.egalitarian, ())
    worths = {package: own for package, own, _ in plain.table}
    for one in found.points.nash:
        gains = [own - level for own, level in zip(worths[tuple(one.package.values())], plain.levels, strict=False)]
        yield from _differ("gains", one.gains, tuple(map(float, gains[: plain.own])))


def _ratifiers(found: Packages, plain: Plain) -> Iterator[str]:
    places = [(number, at) for number, party in enumerate(plain.parties)
              for at in range(len(party.get("constituencies", [])))]  # fmt: skip
    ours = [(places.index((one.party, one.place)), one.keeps_out, list(one.prices)) for one in found.pivotal]
    yield from _differ("pivotal", ours, plain.pivotal())


def _changes(found: Packages, plain: Plain) -> Iterator[str]:
    """Each change opens the zone, and a thousandth less of any change of that kind and voice does not."""
    least = Fraction(999, 1000)
    if len(plain.table) * len(plain.levels) > MOST_CHANGED:
        return
    if plain.signable():
        yield from _differ("changes", found.changes, ())
        return
    for change in found.changes:
        if change.kind == "rule":
            continue
        place = change.voice or 0
        if not _after(plain, place, change.kind, change.by, change.issue, change.source, change.alternative):
            yield f"not enough: {change}"
        for other in _alike(plain, change.kind):
            if change.by and _after(plain, place, change.kind, change.by * least, *other):
                yield f"less than {change} is enough: {other}"
    for kind in ("floor", "evaluation", "weight"):
        told = {change.voice for change in found.changes if change.kind == kind}
        for place in range(len(plain.levels)):
            large = Fraction(1000) if kind != "weight" else None
            if place not in told and any(_after(plain, place, kind, large, *one) for one in _alike(plain, kind)):
                yield f"missing: {kind} of {place}"


def _alike(plain: Plain, kind: str) -> Iterator[tuple[int | None, int | None, int | None]]:
    count = len(plain.ids)
    if kind == "floor":
        yield None, None, None
    elif kind == "weight":
        yield from ((target, source, None) for source, target in permutations(range(count), 2))
    else:
        for issue in range(count):
            yield from ((issue, None, at) for at in range(len(plain.tables["issues"][issue]["alternatives"])))


def _after(
    plain: Plain, place: int, kind: str, by: Fraction | None, issue: int | None, source: int | None, at: int | None
) -> bool:
    """Whether some package can be signed and ratified after a change; a weight of None is all that there is."""
    tables = copy.deepcopy(plain.tables)
    voices = [(party, party) for party in tables["parties"]]
    voices += [(one, party) for party in tables["parties"] for one in party.get("constituencies", [])]
    voice, party = voices[place]
    key = "reservation" if place < plain.own else "floor"
    after = Plain("")
    object.__setattr__(after, "tables", tables)
    if kind == "floor":
        level = after.level(voice, party, key)
        voice[key] = level - (by or 0)
        return bool(after.signable())
    ids = [each["id"] for each in tables["issues"]]
    voice.setdefault("weights", dict(party["weights"]))
    if place < plain.own:
        for one in party.get("constituencies", []):
            one.setdefault("weights", dict(party["weights"]))
    if kind == "weight":
        assert issue is not None and source is not None
        most = _middle(voice["weights"][ids[source]])
        amount = most if by is None else by
        if amount > most:
            return False
        voice["weights"][ids[source]] = most - amount
        voice["weights"][ids[issue]] = _middle(voice["weights"][ids[issue]]) + amount
        return bool(after.signable())
    assert issue is not None and at is not None
    return _raised(after, voice, party, ids[issue], tables["issues"][issue]["alternatives"], at, by or Fraction(0))


def _raised(
    after: Plain,
    voice: dict[str, Any],
    party: dict[str, Any],
    issue: str,
    alternatives: list[str],
    at: int,
    by: Fraction,
) -> bool:
    order = voice.get("orders", {}).pop(issue, None)
    if order is not None:
        steps = max(len(order) - 1, 1)
        voice.setdefault("evaluations", {})[issue] = {name: 1 - Fraction(order.index(name), steps) for name in order}
    own = {name: _middle(each) for name, each in voice["evaluations"][issue].items()}
    best = max(own.values())
    if voice.get("reading", party.get("reading", "raw")) == "scaled":
        if not best or own[alternatives[at]] / best + by > 1:
            return False
        by *= best
    own[alternatives[at]] += by
    voice["evaluations"][issue] = own
    return bool(after.signable())


def _middle(given: Any) -> Fraction:
    return (Fraction(given[0]) + Fraction(given[1])) / 2 if isinstance(given, list) else Fraction(given)


def _merged(told: Negotiation, plain: Plain) -> Iterator[str]:
    """Branch and bound finds the same rows of worths, and counts the same packages."""
    scales = scales_of(told)[: len(told.parties)]
    found = merged(sizes_of(told), scales, told.clashes)
    units = [[int(each) * scale.unit for each, scale in zip(row, scales, strict=True)] for row in found.units.tolist()]
    theirs = {tuple(own[: plain.own]) for package, own, _ in plain.table if package in plain.pareto}
    yield from _differ("merged", set(map(tuple, units)), theirs)
    yield from _differ("merged count", found.count, len(plain.packages))
    named = [tuple(told.named(tuple(row)).values()) for row in found.packages.tolist()]
    worths = {package: own[: plain.own] for package, own, _ in plain.table}
    yield from _differ("merged packages", units, [worths[package] for package in named])


def _improved(told: Negotiation, plain: Plain) -> Iterator[str]:
    if not plain.table:
        return
    package, own, _ = plain.table[len(plain.table) // 2]
    asked = ",".join(f"{issue}={taken}" for issue, taken in zip(plain.ids, package, strict=True))
    found = packages(told, improve=asked, draws=0).improvement
    rows = [(other, worths[: plain.own]) for other, worths, _ in plain.table]
    some = [other for other, worths in rows if dominates(worths, own[: plain.own])]
    every = [other for other, worths in rows if all(a > b for a, b in zip(worths, own, strict=False))]
    assert found is not None
    yield from _differ("improvement", found.counts, (len(some), len(every)))
    yield from _differ("bettered", bool(found.best), bool(some))


def _conceded(found: Packages, plain: Plain) -> Iterator[str]:
    """Zeuthen's rule and what is all or nothing, straight from their definitions."""
    ours = None if found.concession is None else (found.concession.limits, found.concession.concedes)
    yield from _differ("concession", ours, plain.concession())
    issues = [found.negotiation.issues[at].id for at in found.all_or_nothing]
    yield from _differ("all or nothing", issues, plain.all_or_nothing())


def _fallback(told: Negotiation, plain: Plain, enough: int) -> Iterator[str]:
    """Falling back rank by rank, side by side, until enough sides agree."""
    found = divide(told, "fallback", agree=enough)
    worths = {package: own[: plain.own] for package, own, _ in plain.table}
    ranks = {package: [1 + sum(other[at] > own[at] for other in worths.values()) for at in range(plain.own)]
             for package, own in worths.items()}  # fmt: skip
    agreed: set[Package] = set()
    for depth in range(1, len(worths) + 1):
        agreed = {package for package, own in worths.items()
                  if sum(rank <= depth and each >= level for rank, each, level in
                         zip(ranks[package], own, plain.levels, strict=False)) >= enough}  # fmt: skip
        if agreed:
            break
    yield from _differ(f"fallback of {enough}", {tuple(row["package"].values()) for row in found.as_records()}, agreed)


def _bounds(found: Packages, plain: Plain) -> Iterator[str]:
    """What is in the zone for sure is in it at any corner of the intervals, and what is in it at some corner may be."""
    counts = found.counts
    if found.certain:
        yield from _differ("sure", (counts.sure, counts.possible), (counts.zone, counts.zone))
        return
    rng = random.Random(0)
    for _ in range(6):
        corner = Plain("")
        object.__setattr__(corner, "tables", _corner(plain.tables, rng))
        if not (counts.sure or 0) <= len(corner.zone) <= (counts.possible or 0):
            yield f"zone of {len(corner.zone)} outside {counts.sure} to {counts.possible}"


def _corner(tables: dict[str, Any], rng: random.Random) -> dict[str, Any]:
    tables = copy.deepcopy(tables)
    for party in tables["parties"]:
        for each in party["evaluations"].values():
            for name, given in each.items():
                each[name] = rng.choice(given) if isinstance(given, list) else given
    return tables
