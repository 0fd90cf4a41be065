"""A draft makes no more of a position or an act than the record allows: each kind planted in the small dispute."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from hikiwake.actors import Actor
from hikiwake.conflict.model.conflict import PreferenceStatement, Statements
from hikiwake.dossier import Dossier
from hikiwake.modelling import draft
from hikiwake.modelling.checking import check_conflicts
from hikiwake.modelling.drafting import Draft
from hikiwake.periods import Period
from tests.synthetic import skerries

ERA = "1990-1994"
SKERRIES = skerries().dossier()
CROWD = Actor("NOR/crowd", "public", "NOR")


def offering(**changes: Any) -> Dossier:
    """The small dispute with Norland's offer of a half changed, and nothing that it did."""
    changed = tuple(replace(each, **changes) if each.id == "position-001" else each for each in SKERRIES.positions)
    return replace(SKERRIES, positions=changed, actors=(*SKERRIES.actors, CROWD), events=())


def said(drafted: Draft, name: str) -> dict[str, PreferenceStatement]:
    """The statements of a drafted decision maker, by what they say."""
    preference = drafted.conflict.decision_maker(name).preference
    assert isinstance(preference, Statements)
    return {one.says.text: one for one in preference.statements}


@pytest.mark.parametrize(
    "changes",
    [
        {"verb": "studies"},
        {"verb": "other"},
        {"kind": "recommended"},
        {"kind": "constraint"},
        {"actor": "NOR/crowd"},
        {"period": Period.parse("1960/1990-01-02")},
    ],
)
def test_what_says_no_wish_makes_no_wish_and_no_option(changes: dict[str, Any]) -> None:
    drafted = draft(offering(**changes), ERA)
    assert said(drafted, "Norland") == {}
    assert {option.id for option in drafted.conflict.options} == {"all_NOR", "all_SUD"}
    assert "Norland" in drafted.silent
    (reason,) = drafted.no_wishes
    assert reason.startswith('"position-001" ')
    assert f"# {reason}" in drafted.text.splitlines()


def test_what_only_a_third_state_wants_is_no_option_of_the_sides() -> None:
    """Unless one of them is for or against it."""
    dossier = offering(actor="TRD", on="none", verb="proposes")
    drafted = draft(dossier, ERA)
    assert {option.id for option in drafted.conflict.options} == {"all_NOR", "all_SUD"}
    assert drafted.no_wishes == ('"position-001" is on a formula that neither side of the case is for or against then',)
    refusing = replace(SKERRIES.positions[1], id="position-refusing", on="none", verb="rejects")
    drafted = draft(replace(dossier, positions=(*dossier.positions, refusing)), ERA)
    assert {"none_NOR", "none_SUD"} < {option.id for option in drafted.conflict.options}
    assert drafted.no_wishes == ()


def test_what_another_wants_is_no_wish_of_the_one_that_only_studied_it() -> None:
    dossier = offering(verb="studies")
    wanting = replace(SKERRIES.positions[0], id="position-of-the-other", actor="SUD", verb="proposes")
    drafted = draft(replace(dossier, positions=(*dossier.positions, wanting)), ERA)
    assert "half_NOR" in {option.id for option in drafted.conflict.options}
    assert said(drafted, "Norland") == {}
    assert ("Norland", "half_SUD") in [(one.decision_maker, one.option) for one in drafted.missing]


@pytest.mark.parametrize(("kind", "inferred"), [("perceived", True), ("declared", False), ("revealed", False)])
def test_what_somebody_is_seen_to_expect_is_marked_inferred(kind: str, inferred: bool) -> None:
    drafted = draft(offering(kind=kind, strength="weak", verb="accepts"), ERA)
    assert bool(said(drafted, "Norland")["half_NOR and half_SUD"].inferred) == inferred


def test_an_expectation_beside_a_wish_is_not_marked() -> None:
    dossier = offering(kind="perceived")
    wish = replace(SKERRIES.positions[0], id="position-wish")
    drafted = draft(replace(dossier, positions=(*dossier.positions, wish)), ERA)
    (one,) = said(drafted, "Norland").values()
    assert one.grounds == ("position-001", "position-wish") and not one.inferred


def test_an_act_that_comes_back_is_marked_and_so_is_a_refusal_of_what_it_is_about() -> None:
    event = replace(SKERRIES.events[0], happened="ongoing", issues=("trade",), sources=("NOR",))
    assert event.period.overlaps(SKERRIES.era(ERA).period)
    against = replace(SKERRIES.positions[1], id="position-against", on="trade", verb="opposes")
    drafted = draft(replace(SKERRIES, events=(event,), positions=(*SKERRIES.positions, against)), ERA)
    (act,) = {option.id for option in drafted.conflict.options} - {"half_NOR", "half_SUD", "all_NOR", "all_SUD"}
    assert said(drafted, "Norland")[act].inferred == "an act is taken for a wish"
    assert "what an act is about" in said(drafted, "Suderland")[f"not {act}"].inferred


def test_silence_is_told_of_what_others_propose_or_do_and_is_true() -> None:
    """Of what one alone proposes the other's silence is told; a proposal of both is no silence of either."""
    assert draft(SKERRIES, ERA).silent == ("Norland",)
    both = replace(SKERRIES.positions[1], id="position-of-both", on="all", actor="NOR", verb="proposes")
    assert draft(replace(SKERRIES, positions=(*SKERRIES.positions, both)), ERA).silent == ()
    alone = draft(offering(on="all", verb="proposes"), ERA)
    assert alone.silent == ()
    told = "it does not say what Norland wants of anything that others propose or do"
    assert told in " ".join(draft(SKERRIES, ERA).sentences)


@pytest.mark.parametrize("era", ["1990-1994", "1995-"])
def test_check_warns_of_nothing_that_is_drafted(era: str) -> None:
    checked = check_conflicts(replace(SKERRIES, conflicts=((era, with_outcome(draft(SKERRIES, era))),)))
    assert (checked.faults, checked.warnings) == ((), ())


def with_outcome(drafted: Draft) -> str:
    """A draft in which the outcome is set."""
    return drafted.text.replace("# outcome", "outcome")
