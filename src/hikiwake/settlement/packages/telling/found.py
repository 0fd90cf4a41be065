"""One package as an answer has it, and the fair points of a negotiation as such packages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from hikiwake.settlement.packages.bargaining.points import NAMES, Name, NoZone
from hikiwake.settlement.packages.bargaining.points import points as points_of
from hikiwake.settlement.packages.listing.collecting import Front
from hikiwake.settlement.packages.listing.survey import chambers
from hikiwake.settlement.packages.listing.worth import Scale, levels_of
from hikiwake.settlement.packages.negotiation import Negotiation, Package

MOST_TIES = 1_000
FROM_THE_RESERVATION: tuple[Name, ...] = ("nash", "kalai_smorodinsky", "egalitarian")


@dataclass(frozen=True, slots=True)
class Found:
    """A package with what it is worth to every party, and how far that is above its reservation.

    accepted: whether it is in the zone; ratified: whether all sides' constituencies ratify it; points: which of the
    fair points it is; when: the states of the conflict that it maps to, as statements
    """

    package: dict[str, str]
    worth: tuple[float, ...]
    gains: tuple[float, ...]
    accepted: bool
    ratified: bool
    points: tuple[Name, ...] = ()
    when: tuple[str, ...] = ()

    def as_record(self, *, from_reservation: bool = False) -> dict[str, Any]:
        """The package as plain values; gains as the parties evaluate it, or measured from the reservation."""
        gains = self.gains if from_reservation else self.worth
        return {
            "package": self.package, "gains": list(gains), "worth": list(self.worth), "in_zone": self.accepted,
            "ratified": self.ratified, "points": list(self.points), "when": list(self.when),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Points:
    """The fair points, each with its ties (at most 1,000); empty where the zone is, but for the utilitarian."""

    nash: tuple[Found, ...] = ()
    kalai_smorodinsky: tuple[Found, ...] = ()
    egalitarian: tuple[Found, ...] = ()
    utilitarian: tuple[Found, ...] = ()
    ties: dict[Name, int] = field(default_factory=dict)

    def as_records(self) -> dict[str, list[dict[str, Any]]]:
        """The points by name."""
        return {
            name: [one.as_record(from_reservation=name in FROM_THE_RESERVATION) for one in getattr(self, name)]
            for name in NAMES
        }


def rows_and_points(
    negotiation: Negotiation, scales: tuple[Scale, ...], front: Front, most: int, package_at: Callable[[int], Package]
) -> tuple[tuple[Found, ...], Points]:
    """The Pareto set as rows, best product of gains first and at most so many, and the fair points.

    scales: those of all voices; package_at: the package of a number of the front
    """
    chosen = points_of(front, scales[: len(negotiation.parties)])
    places = {name: set() if isinstance(own, NoZone) else set(own.numbers.tolist()) for name, own in chosen.items()}
    finder = _Finder(negotiation, scales, places, package_at)
    rows = tuple(finder.found(front, at) for at in _order(front, scales)[:most])
    fair = {name: () if isinstance(own, NoZone) else finder.some(own) for name, own in chosen.items()}
    return rows, Points(**fair, ties={name: len(numbers) for name, numbers in places.items()})


def _order(front: Front, scales: tuple[Scale, ...]) -> list[int]:
    """Those that all accept first, by product of gains, then the others by their smallest gain."""
    own = scales[: front.units.shape[1]]
    gains = (front.units - levels_of(own)) * np.array([float(scale.unit) for scale in own])
    inside = (gains >= 0).all(axis=1)
    key = np.where(inside, np.where(inside[:, None], gains, 0).prod(axis=1), gains.min(axis=1))
    order: list[int] = np.lexsort((front.numbers, -key, ~inside)).tolist()
    return order


@dataclass(frozen=True, slots=True)
class _Finder:
    negotiation: Negotiation
    scales: tuple[Scale, ...]
    places: dict[Name, set[int]]
    package_at: Callable[[int], Package]

    def some(self, front: Front) -> tuple[Found, ...]:
        return tuple(self.found(front, at) for at in range(len(front.numbers))[:MOST_TIES])

    def found(self, front: Front, at: int) -> Found:
        number = int(front.numbers[at])
        package = self.package_at(number)
        own = self.scales[: len(self.negotiation.parties)]
        units = front.units[at].tolist()
        accepts = np.array([[scale.at(package) >= scale.level] for scale in self.scales])
        taken = {*enumerate(package)}
        return Found(
            self.negotiation.named(package),
            tuple(float(each * scale.unit) for each, scale in zip(units, own, strict=True)),
            tuple(float((each - scale.level) * scale.unit) for each, scale in zip(units, own, strict=True)),
            bool(accepts[: len(own)].all()),
            all(bool(room.ratifies(accepts)[0]) for room in chambers(self.negotiation)),
            tuple(name for name in NAMES if number in self.places[name]),
            tuple(when.text for part, when in self.negotiation.states if taken.issuperset(part)),
        )
