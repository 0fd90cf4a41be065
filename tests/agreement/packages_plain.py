"""The definitions of packages in plain Python, straight from the tables of a package file: slow, and independent."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, partial
from itertools import combinations, product
from math import prod
from typing import Any

Package = tuple[str, ...]
Pick = Callable[[Any], Fraction]


def middle(given: Any) -> Fraction:
    """A number, or the middle of a pair."""
    return (Fraction(given[0]) + Fraction(given[1])) / 2 if isinstance(given, list) else Fraction(given)


def low(given: Any) -> Fraction:
    return Fraction(given[0]) if isinstance(given, list) else Fraction(given)


def high(given: Any) -> Fraction:
    return Fraction(given[1]) if isinstance(given, list) else Fraction(given)


@dataclass(frozen=True)
class Plain:
    """A package file as its tables, and every answer by its definition."""

    text: str

    @cached_property
    def tables(self) -> dict[str, Any]:
        return tomllib.loads(self.text, parse_float=Fraction)

    @cached_property
    def ids(self) -> list[str]:
        return [issue["id"] for issue in self.tables["issues"]]

    @cached_property
    def parties(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.tables["parties"]
        return found

    @cached_property
    def packages(self) -> list[Package]:
        every = product(*(issue["alternatives"] for issue in self.tables["issues"]))
        return [package for package in every if self.allowed(package)]

    def allowed(self, package: Package) -> bool:
        named = dict(zip(self.ids, package, strict=True))
        return not any(rule["when"].items() <= named.items() for rule in self.tables.get("excluded", [])) and not any(
            rule["when"].items() <= named.items() and not rule["needs"].items() <= named.items()
            for rule in self.tables.get("needed", [])
        )

    def voices(self) -> Iterator[tuple[dict[str, Any], dict[str, Any], str]]:
        for party in self.parties:
            yield party, party, "reservation"
        for party in self.parties:
            for one in party.get("constituencies", []):
                yield one, party, "floor"

    # worth

    def part(self, voice: dict[str, Any], party: dict[str, Any], issue: str, taken: str) -> Fraction:
        weights = voice.get("weights", party["weights"])
        order = voice.get("orders", {}).get(issue)
        if order is not None:
            groups = [group if isinstance(group, list) else [group] for group in order]
            at = next(rank for rank, group in enumerate(groups) if taken in group)
            evaluations = {taken: 1 - Fraction(at, max(len(groups) - 1, 1))}
            best = Fraction(1)
        else:
            evaluations = {name: middle(each) for name, each in voice["evaluations"][issue].items()}
            best = max(evaluations.values())
        divisor = best if voice.get("reading", party.get("reading", "raw")) == "scaled" and best > 0 else 1
        return middle(weights[issue]) * evaluations[taken] / divisor

    def worth(self, voice: dict[str, Any], party: dict[str, Any], package: Package) -> Fraction:
        return sum((self.part(voice, party, *each) for each in zip(self.ids, package, strict=True)), Fraction(0))

    def level(self, voice: dict[str, Any], party: dict[str, Any], key: str) -> Fraction:
        given = voice.get(key, self.tables.get("status_quo", 0))
        if isinstance(given, dict):
            return self.worth(voice, party, tuple(given[issue] for issue in self.ids))
        return middle(given)

    @cached_property
    def table(self) -> list[tuple[Package, list[Fraction], list[bool]]]:
        """Every package with what it is worth to each voice, and whether each accepts it."""
        parts = [
            [{taken: self.part(voice, party, issue["id"], taken) for taken in issue["alternatives"]}
             for issue in self.tables["issues"]]
            for voice, party, _ in self.voices()
        ]  # fmt: skip
        found = []
        for package in self.packages:
            worths = [
                sum((own[taken] for own, taken in zip(each, package, strict=True)), Fraction(0)) for each in parts
            ]
            found.append((package, worths, [own >= level for own, level in zip(worths, self.levels, strict=True)]))
        return found

    @cached_property
    def levels(self) -> list[Fraction]:
        return [self.level(*voice) for voice in self.voices()]

    @property
    def own(self) -> int:
        return len(self.parties)

    # zone, Pareto set, points

    @cached_property
    def zone(self) -> list[tuple[Package, list[Fraction]]]:
        return [(package, worths[: self.own]) for package, worths, accepts in self.table if all(accepts[: self.own])]

    @cached_property
    def pareto(self) -> set[Package]:
        rows = [(package, worths[: self.own]) for package, worths, _ in self.table]
        return {package for package, own in rows if not any(dominates(other, own) for _, other in rows)}

    def points(self) -> dict[str, set[Package]]:
        gains = [(package, [own - level for own, level in zip(worths, self.levels, strict=False)])
                 for package, worths in self.zone]  # fmt: skip
        best = [max(column) for column in zip(*(row for _, row in gains), strict=True)]
        everything = [(package, worths[: self.own]) for package, worths, _ in self.table]
        return {
            "nash": tops(gains, prod),
            "kalai_smorodinsky": tops(gains, partial(smallest_part, best)),
            "egalitarian": tops(gains, sorted),
            "utilitarian": tops(everything, sum),
        }  # fmt: skip

    # ratifiers

    def ratified(self, accepts: list[bool], consenting: int | None = None) -> list[bool]:
        found, place = [], self.own
        for number, party in enumerate(self.parties):
            own = party.get("constituencies", [])
            said = [accepts[place + at] or place + at == consenting for at in range(len(own))]
            place += len(own)
            rule = party.get("ratification", "all")
            if not own:
                found.append(accepts[number])
            elif rule == "all":
                found.append(all(said))
            elif isinstance(rule, int):
                found.append(sum(said) >= rule)
            else:
                votes = [Fraction(one.get("votes", 1)) for one in own]
                found.append(
                    sum((vote for vote, yes in zip(votes, said, strict=True) if yes), Fraction(0)) >= rule["quota"]
                )
        return found

    def win_sets(self) -> list[int]:
        return [
            sum(column) for column in zip(*(self.ratified(accepts) for *_, accepts in self.table), strict=True)
        ] or [0] * self.own

    def overlap(self, consenting: int | None = None) -> set[Package]:
        return {package for package, _, accepts in self.table if all(self.ratified(accepts, consenting))}

    def signable(self, consenting: int | None = None) -> set[Package]:
        return self.overlap(consenting) & {package for package, _ in self.zone}

    def pivotal(self) -> list[tuple[int, int, list[Fraction | None]]]:
        """The place of each pivotal constituency among all, how many packages it keeps out, and its prices."""
        count = len(self.levels) - self.own
        kept = [len(self.overlap(self.own + at)) - len(self.overlap()) for at in range(count)]
        most = max(kept, default=0)
        return [(at, most, self._prices(self.own + at)) for at in range(count) if most and kept[at] == most]

    def _prices(self, consenting: int) -> list[Fraction | None]:
        worths = {package: own for package, own, _ in self.table}
        held, freed = self.signable(), self.signable(consenting)
        return [
            max(worths[one][at] for one in freed) - max(worths[one][at] for one in held) if held and freed else None
            for at in range(self.own)
        ]

    # concession and what is all or nothing

    def concession(self) -> tuple[tuple[Fraction, Fraction], int | None] | None:
        """Zeuthen's limits of risk at each side's best package of the zone, and who concedes."""
        if self.own != 2 or not self.zone:
            return None
        gains = [[own - level for own, level in zip(worths, self.levels, strict=False)] for _, worths in self.zone]
        mine, theirs = max(gains), max(gains, key=lambda row: row[::-1])
        if mine == theirs:
            return None
        limits = (mine[0] - theirs[0]) / mine[0], (theirs[1] - mine[1]) / theirs[1]
        return limits, None if limits[0] == limits[1] else limits.index(min(limits))

    def all_or_nothing(self) -> list[str]:
        """Issues each of whose alternatives is the worst for a party that it matters to, where parties differ."""
        found = []
        for issue in self.tables["issues"]:
            each = [
                [self.part(party, party, issue["id"], taken) for taken in issue["alternatives"]]
                for party in self.parties
            ]
            each = [own for own in each if len(set(own)) > 1]
            worst = all(any(own[at] == min(own) for own in each) for at in range(len(issue["alternatives"])))
            opposed = any((one[a] - one[b]) * (other[a] - other[b]) < 0 for one, other in combinations(each, 2)
                          for a, b in combinations(range(len(one)), 2))  # fmt: skip
            found += [issue["id"]] if len(each) > 1 and worst and opposed else []
        return found

    # linkage

    def opening(self) -> set[tuple[str, ...]]:
        """The smallest sets of issues that open the zone."""
        for size in range(1, len(self.ids) + 1):
            found = {chosen for chosen in combinations(self.ids, size) if self._opens(chosen)}
            if found:
                return found
        return set()

    def _opens(self, chosen: tuple[str, ...]) -> bool:
        alternatives = {issue["id"]: issue["alternatives"] for issue in self.tables["issues"]}
        for taken in product(*(alternatives[issue] for issue in chosen)):
            named = dict(zip(chosen, taken, strict=True))
            if not self._together(named) or named.items() <= self._stands.items():
                continue
            gains = []
            for party, level in zip(self.parties, self.levels, strict=False):
                rest = party.get("reservation", self.tables.get("status_quo"))
                rest = rest if isinstance(rest, dict) else self.tables.get("status_quo")
                full = {**rest, **named} if rest else named
                gains.append(sum((self.part(party, party, *each) for each in full.items()), Fraction(0)) - level)
            if min(gains) >= 0 and max(gains) > 0:
                return True
        return False

    @property
    def _stands(self) -> dict[str, str]:
        """How all stands without an agreement: the status quo, or the reference package of all."""
        levels = [party.get("reservation") for party in self.parties]
        alike = isinstance(levels[0], dict) and all(level == levels[0] for level in levels)
        told: dict[str, str] | None = self.tables.get("status_quo")
        shared: dict[str, str] = levels[0] if alike and isinstance(levels[0], dict) else {}
        return told or shared

    def _together(self, named: dict[str, str]) -> bool:
        full = {**self.tables.get("status_quo", {}), **named}
        clash = [rule["when"] for rule in self.tables.get("excluded", [])]
        for rule in self.tables.get("needed", []):
            for issue, taken in rule["needs"].items():
                others = [each for at in self.tables["issues"] if at["id"] == issue for each in at["alternatives"]]
                clash += [{**rule["when"], issue: other} for other in others if other != taken]
        return not any(when.items() <= full.items() and set(when) & set(named) for when in clash)


def smallest_part(best: list[Fraction], row: list[Fraction]) -> Fraction:
    return min((own / top for own, top in zip(row, best, strict=True) if top), default=Fraction(0))


def dominates(other: list[Fraction], own: list[Fraction]) -> bool:
    return other != own and all(one >= two for one, two in zip(other, own, strict=True))


def tops(rows: list[tuple[Package, list[Fraction]]], score: Callable[[list[Fraction]], Any]) -> set[Package]:
    """The rows with the largest score, less those that another of them dominates."""
    best = max((score(row) for _, row in rows), default=None)
    tied = [(package, row) for package, row in rows if score(row) == best]
    return {package for package, row in tied if not any(dominates(other, row) for _, other in tied)}
