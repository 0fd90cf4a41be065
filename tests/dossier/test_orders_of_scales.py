"""A scale ranks what an actor accepts no lower than what it refuses: each kind planted among decoys."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import hikiwake as hw
from hikiwake.dossier import Dossier, Position, Scale
from hikiwake.dossier.folder.checking import check_case
from hikiwake.dossier.scrutiny import remarks
from hikiwake.periods import Period
from tests.synthetic import skerries

TALKS = Period.parse("1992")
LAND = Scale("land", "Land", "SUD", (("all",), ("half",), ("none",)))


def position(actor: str, on: str, verb: str, **more: Any) -> Position:
    """A position of the talks."""
    told: dict[str, Any] = {"holder": "North", "kind": "declared", "period": TALKS, "strength": "strong"} | more
    return Position(
        f"{actor}-{on}-{verb}", actor=actor, on=on, verb=verb, stance="So.", passages=("passage-0005",), **told
    )


def case(*positions: Position, scale: Scale = LAND) -> Dossier:
    """The small dispute with some positions on one scale."""
    dossier = skerries().dossier()
    return replace(dossier, positions=positions, case=replace(dossier.case, scales=(scale,)))


def marked(*positions: Position, scale: Scale = LAND) -> list[str]:
    """What is found of the order of the scale."""
    return [each.found for each in remarks(case(*positions, scale=scale), {}) if each.kind == "scales"]


REFUSED = position("SUD", "half", "rejects")


@pytest.mark.parametrize(
    ("accepted", "told"),
    [
        (position("SUD", "none", "accepts"), True),
        (position("SUD", "none", "accepts", kind="revealed"), True),
        (position("SUD", "none", "conditions"), True),
        (position("SUD", "half", "accepts"), False),  # the same formula: no matter of the order
        (position("SUD", "all", "accepts"), False),  # better for it
        (position("SUD", "none", "studies"), False),
        (position("SUD", "none", "accepts", holder="South"), False),  # another's account
        (position("SUD", "none", "accepts", kind="recommended"), False),
        (position("SUD/public", "none", "accepts"), False),
        (position("NOR", "none", "accepts"), False),  # another side
        (position("SUD", "none", "accepts", period=Period.parse("1993")), False),  # it changed its mind
        (position("SUD", "none", "accepts", period=Period.parse("1990/1992-01")), False),
        (position("SUD", "none", "accepts", period=Period.parse("1985/1992")), True),
    ],
)
def test_what_is_refused_is_no_better_than_what_is_accepted(accepted: Position, told: bool) -> None:
    assert marked(accepted, REFUSED) == (["half before none as SUD ranks them"] if told else [])


def test_who_ranks_the_other_way_round_is_looked_at_so() -> None:
    told = position("NOR", "half", "offers"), position("NOR", "none", "rejects")
    assert marked(*told) == ["none before half as NOR ranks them"]
    assert marked(*told, scale=replace(LAND, order=(("all",), ("none",), ("half",)))) == []
    assert marked(*told, scale=replace(LAND, order=(("all",), ("half", "none")))) == []  # not ordered
    assert marked(*told, scale=replace(LAND, against="TRD")) == []  # nor does it rank for this side


def test_a_pair_is_told_once_however_many_say_it() -> None:
    told = [position("SUD", "none", "accepts", holder=holder) for holder in ("North", "South")]
    refused = [replace(REFUSED, holder=holder) for holder in ("North", "South")]
    assert marked(*told, *refused) == ["half before none as SUD ranks them"]


def test_check_tells_it_of_the_scale_with_the_positions(tmp_path: Path) -> None:
    hw.save(case(position("SUD", "none", "accepts"), REFUSED), tmp_path / "case")
    report = check_case(tmp_path / "case")
    assert report.faults == []
    assert [str(each) for each in report.warnings if "scales" in each.column] == [
        "case.toml, scales.land.order: found 'half before none as SUD ranks them', expected none no worse for SUD, "
        "which accepts it (SUD-none-accepts) while it refuses half (SUD-half-rejects), by North",
    ]
