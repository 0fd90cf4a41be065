"""What of a package file can be moved: weights, evaluations, reservations and floors, each with its ends; moving it.

A slider stands for one number of the file. Its name says where that is, by places: party, constituency, issue and
alternative, as ``p1-e-2-3``. One that is left where it stands, at the middle of what is told, assumes nothing.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import tomli_w

from hikiwake.desk.models.writing import comments
from hikiwake.errors import ModelError
from hikiwake.settlement.packages import Negotiation, negotiation_from
from hikiwake.settlement.packages.listing.worth import middle
from hikiwake.settlement.packages.negotiation import Order, Range, Voice
from hikiwake.settlement.packages.uncertain.intervals import bounds
from hikiwake.wording.packages.page import span

DIGITS = 3
Numbers = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Slider:
    """A number that can be moved: its name, what it is, its ends, where it stands now, what the file says; moved?"""

    name: str
    label: str
    low: float
    high: float
    at: float
    told: str
    moved: bool


@dataclass(frozen=True, slots=True)
class Moving:
    """The sliders of one voice of the file."""

    voice: str
    sliders: tuple[Slider, ...]


def sliders(told: Negotiation, assumed: Numbers) -> Iterator[Moving]:
    """Every voice with its sliders: the reservation or floor, then issue by issue the weight and the evaluations."""
    for number, party in enumerate(told.parties, 1):
        yield Moving(party.name, tuple(_of_voice(told, party.voice, f"p{number}", assumed)))
        for place, voice in enumerate(party.constituencies, 1):
            name = f"p{number}c{place}"
            yield Moving(f"{voice.name} ({party.name})", tuple(_of_voice(told, voice, name, assumed)))


def _of_voice(told: Negotiation, voice: Voice, name: str, assumed: Numbers) -> Iterator[Slider]:
    if isinstance(voice.level, Range):
        most = float(sum(max(abs(each.low), abs(each.high)) for stake in voice.stakes for each in bounds(stake)) or 1)
        yield _slider(f"{name}-r", "From where it accepts", voice.level, (-most, most), assumed)
    for at, (issue, stake) in enumerate(zip(told.issues, voice.stakes, strict=True), 1):
        if "c" not in name:
            most = 2 * float(stake.weight.high) or 1.0
            yield _slider(f"{name}-w-{at}", f"{issue.name}: weight", stake.weight, (0.0, most), assumed)
        if isinstance(stake.evaluations, Order) and not stake.evaluations.between:
            continue
        known = bounds(stake)
        ends = min([-1.0, *(float(each.low) for each in known)]), max([1.0, *(float(each.high) for each in known)])
        for place, (each, half) in enumerate(zip(known, middle(stake), strict=True), 1):
            label = f"{issue.name}: {issue.called(place - 1)}"
            yield _slider(f"{name}-e-{at}-{place}", label, each, ends, assumed, float(half))


def _slider(
    name: str, label: str, told: Range, ends: tuple[float, float], assumed: Numbers, half: float | None = None
) -> Slider:
    before = round(float(told.middle) if half is None else half, DIGITS)
    at = assumed.get(name, before)
    low, high = min(ends[0], float(told.low), at), max(ends[1], float(told.high), at)
    return Slider(name, label, low, high, at, span(float(told.low), float(told.high)), name in assumed)


def numbers_of(told: Negotiation, given: Mapping[str, str]) -> dict[str, float]:
    """What is assumed by the fields of a form: sliders that stand elsewhere than the file says."""
    stand = {slider.name: slider.at for moving in sliders(told, {}) for slider in moving.sliders}
    found = {}
    for name, at in stand.items():
        number = _number(given.get(name, ""))
        if number is not None and number != at:
            found[name] = number
    return found


def _number(text: str) -> float | None:
    try:
        number = round(float(text), DIGITS)
    except ValueError:
        return None
    return number if abs(number) < 10**9 else None


def moved(text: str, told: Negotiation, assumed: Numbers) -> str:
    """The text of a package file with what is assumed in place of what it says; comments at its beginning stay."""
    if not assumed:
        return text
    tables = tomllib.loads(text)
    for name, number in assumed.items():
        _put(tables, told, name.split("-"), int(number) if number == int(number) else number)
    return f"{comments(text)}{tomli_w.dumps(tables)}"


def _put(tables: dict[str, Any], told: Negotiation, path: list[str], number: float) -> None:
    """Put a number into its place."""
    voice, inside = _voice(tables, path[0])
    if path[1] == "r":
        voice["floor" if inside else "reservation"] = number
        return
    issue = told.issues[int(path[2]) - 1]
    if path[1] == "w":
        voice.setdefault("weights", {})[issue.id] = number
        return
    voice["evaluations"][issue.id][issue.alternatives[int(path[3]) - 1]] = number


def _voice(tables: dict[str, Any], name: str) -> tuple[dict[str, Any], bool]:
    party, inside, place = name.removeprefix("p").partition("c")
    voice: dict[str, Any] = tables["parties"][int(party) - 1]
    return (voice["constituencies"][int(place) - 1] if inside else voice), bool(inside)


def assumed_negotiation(text: str, told: Negotiation, assumed: Numbers, file: str) -> Negotiation:
    """The negotiation under what is assumed. Raises ``ModelError`` where that contradicts what the file says."""
    try:
        return negotiation_from(moved(text, told, assumed), file)
    except (KeyError, IndexError, TypeError) as odd:
        raise ModelError(f"{file}: what is assumed does not fit the file ({odd}); move the sliders anew") from None
