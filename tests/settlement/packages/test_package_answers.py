"""Answers to package files beyond the plain definitions: eras, draws, hinges, rivals, large files."""

from __future__ import annotations

import json
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

import pytest

import hikiwake as hw
from hikiwake.errors import ModelError
from hikiwake.settlement.packages import Negotiation, Packages, negotiation_from
from hikiwake.settlement.packages.listing import merging, survey
from hikiwake.settlement.packages.listing.worth import scales_of
from hikiwake.settlement.packages.uncertain.intervals import bounded

FUND = (Path(__file__).resolve().parents[3] / "examples" / "packages" / "fund.toml").read_text(encoding="utf-8")


def pie(*parties: str, pieces: int = 10) -> Negotiation:
    """A pie in pieces between A, who gets as many as the alternative says, and B, who gets the others."""
    names = [str(each) for each in range(pieces + 1)]
    lines = [f"issues = [{{ id = 'pie', alternatives = {names} }}]"]
    for at, says in enumerate(parties):
        worth = ", ".join(f"{each} = {pieces - int(each) if at else each}" for each in names)
        lines += [
            "[[parties]]",
            f"name = '{'AB'[at]}'",
            "weights = { pie = 1 }",
            f"evaluations = {{ pie = {{ {worth} }} }}",
            says,
        ]
    return negotiation_from("\n".join(lines))


def said(found: Packages) -> str:
    return "\n".join(found.sentences)


def test_who_gains_by_waiting() -> None:
    found = hw.packages(pie("reservations = { e1 = 0, e2 = 4, e3 = 9 }", "reservations = { e1 = 0, e2 = 0, e3 = 9 }"))
    assert [(era.era, era.zone, era.gained) for era in found.eras] == [
        ("e1", 11, ()),
        ("e2", 7, (1, -1)),
        ("e3", 0, ()),
    ]
    assert "e3: the zone is empty." in found.sentences
    assert hw.packages(pie("reservations = { e1 = 0, e2 = 4 }", ""), era="e2").counts.zone == 7
    with pytest.raises(ModelError, match='no era "e4" in reservations'):
        hw.packages(pie("reservations = { e1 = 0 }", ""), era="e4")


def test_an_empty_zone_is_told_with_what_would_open_it() -> None:
    found = hw.packages(pie("reservation = 8", "reservation = 5"))
    assert not found.is_open and found.counts.zone == 0
    assert found.as_object()["points"]["nash"] == [] and found.as_object()["agreement"] == "none"
    assert "the zone of agreement is empty" in found.sentences[0]
    floors = {change.voice: change.by for change in found.changes if change.kind == "floor"}
    assert floors == {0: Fraction(3), 1: Fraction(3)}
    assert "the reservation of A comes down by 3" in said(found)


def test_where_all_alternatives_clash_there_are_no_packages() -> None:
    text = FUND.replace('when = { size = "large", site = "abroad" }', 'when = { site = "home" }')
    text += '[[excluded]]\nwhen = { site = "abroad" }\n'
    found = hw.packages(negotiation_from(text))
    assert (found.counts.packages, found.counts.zone, len(found), found.is_open) == (0, 0, 0, False)
    assert found.points.utilitarian == ()
    assert {change.rule for change in found.changes} == {"site = home", "site = abroad"}


def test_the_same_seed_gives_the_same_draws_and_another_others() -> None:
    one, same, other = (hw.packages(negotiation_from(FUND), seed=seed).drawn for seed in (1, 1, 2))
    assert one == same != other


def test_shares_of_draws_are_those_of_a_plain_count() -> None:
    """The zone is open while A's reservation is at most 5 of 0 to 10: half of the time."""
    found = hw.packages(pie("reservation = [0, 10]", "reservation = 5"), draws=600)
    assert found.drawn is not None
    share = found.drawn.zone
    assert share.low < 0.5 < share.high and share.high - share.low < 0.1


def test_what_is_certain_is_not_drawn() -> None:
    found = hw.packages(pie("", ""))
    assert found.certain and found.drawn is None and found.hinges is None
    assert found.as_object()["draws"] is None


@pytest.mark.parametrize("level", range(0, 13, 2))
def test_the_answer_hinges_on_what_changes_it_at_an_end(level: int) -> None:
    found = hw.packages(pie(f"reservation = [{level}, {level + 2}]", "reservation = 5"), draws=0)
    assert found.hinges is not None
    after = {end: hw.packages(pie(f"reservation = {end}", "reservation = 5")) for end in (level, level + 1, level + 2)}
    answers = {end: [row.package for row in one.points.nash] for end, one in after.items()}
    moved = [end for end in (level, level + 2) if answers[end] != answers[level + 1]]
    assert [row.at[0] for row in found.hinges.rows] == moved


def test_two_numbers_may_only_change_the_answer_together() -> None:
    """Either reservation alone at its end leaves the one package that is in the zone; both at theirs leave none."""
    text = """
    issues = [{ id = "it", alternatives = ["a"] }]
    [[parties]]
    name = "A"
    weights = { it = 1 }
    evaluations = { it = { a = [4, 6] } }
    reservation = [2, 5]
    """
    found = hw.packages(negotiation_from(text), draws=0)
    assert found.hinges is not None
    (row,) = found.hinges.rows
    assert (len(row.numbers), row.open) == (2, False) and row.at == (Fraction(4), Fraction(5))
    assert "The answer hinges on the evaluation of “it: a” by A and the reservation of A: with each at an end" in said(
        found
    )


def test_rival_holders_are_drawn() -> None:
    rival = "[[parties.rivals]]\nname = 'someone'\nreservation = 20"
    found = hw.packages(pie("reservation = 0", f"reservation = 0\n{rival}"), draws=600)
    assert found.drawn is not None
    assert found.drawn.zone.low < 0.5 < found.drawn.zone.high
    assert found.counts.zone == 11


def test_an_order_counts_as_evenly_spaced_and_is_drawn_in_order() -> None:
    text = """
    issues = [{ id = "land", alternatives = ["none", "half", "most", "all"] }]
    [[parties]]
    name = "A"
    weights = { land = 1 }
    orders = { land = ["all", ["most", "half"], "none"] }
    reservation = 0.6
    """
    found = hw.packages(negotiation_from(text), draws=300)
    assert [row.worth for row in found] == [(1.0,)]
    assert found.why("land=half")[0]["evaluation"] == 0.5
    assert (found.counts.zone, found.counts.sure, found.counts.possible) == (1, 1, 3)
    moved = hw.packages(negotiation_from(text + "about = { land = 1 }"), draws=300)
    assert moved.drawn is not None and len(moved.drawn.nash) > 1


def test_bounds_are_the_extremes_of_all_corners() -> None:
    """The sure are in the zone at every corner of the intervals, the possible at one at least."""
    spans = [(0, 3), (1, 4), (2, 2), (0, 5)]
    for weights in product((1, 2), repeat=2):
        text = f"""
        issues = [{{ id = "x", alternatives = ["a", "b"] }}, {{ id = "y", alternatives = ["a", "b"] }}]
        [[parties]]
        name = "A"
        weights = {{ x = {weights[0]}, y = {weights[1]} }}
        reservation = {{ x = "a", y = "a" }}
        [parties.evaluations]
        x = {{ a = {[*spans[0]]}, b = {[*spans[1]]} }}
        y = {{ a = {[*spans[2]]}, b = {[*spans[3]]} }}
        """
        in_zone = dict.fromkeys(product((0, 1), repeat=2), 0)
        corners = [*product(*spans)]
        for corner in corners:
            worth = [[weights[0] * each for each in corner[:2]], [weights[1] * each for each in corner[2:]]]
            for package in in_zone:
                own = sum(row[at] for row, at in zip(worth, package, strict=True))
                in_zone[package] += own >= worth[0][0] + worth[1][0]
        found = hw.packages(negotiation_from(text), draws=0)
        assert found.counts.sure == sum(count == len(corners) for count in in_zone.values())
        assert found.counts.possible == sum(count > 0 for count in in_zone.values())


def test_hardest_and_easiest_hold_the_middle_between_them() -> None:
    told = negotiation_from(FUND)
    hard, easy = bounded(told)
    counts = [survey.survey(told, scales).zone for scales in (hard, scales_of(told), easy)]
    assert counts == sorted(counts)


def test_zeuthens_rule_leads_to_the_nash_point() -> None:
    found = hw.packages(pie("reservation = 2", ""))
    assert found.concession is not None
    assert found.concession.limits == (Fraction(1), Fraction(1)) and found.concession.concedes is None
    unequal = hw.packages(pie("reservation = 2", "", pieces=5)).concession
    assert unequal is not None and unequal.packages == (5, 2)


def test_all_or_nothing_is_what_has_no_middle() -> None:
    assert hw.packages(pie("", "", pieces=1)).all_or_nothing == (0,)
    assert hw.packages(pie("", "", pieces=2)).all_or_nothing == ()


def test_an_issue_that_opens_the_zone_only_with_another_is_told_with_who_pays() -> None:
    text = """
    status_quo = { land = "kept", aid = "none" }
    issues = [{ id = "land", alternatives = ["kept", "passed"] }, { id = "aid", alternatives = ["none", "given"] }]
    [[parties]]
    name = "A"
    weights = { land = 1, aid = 1 }
    evaluations = { land = { kept = 3, passed = 0 }, aid = { none = 0, given = 5 } }
    reservation = { land = "kept", aid = "none" }
    [[parties]]
    name = "B"
    weights = { land = 1, aid = 1 }
    evaluations = { land = { kept = 0, passed = 5 }, aid = { none = 3, given = 0 } }
    reservation = { land = "kept", aid = "none" }
    """
    found = hw.packages(negotiation_from(text))
    (opening,) = found.as_object()["opening"]
    assert opening["issues"] == ["land", "aid"]
    assert opening["pays"] == {"A": ["land"], "B": ["aid"]}
    assert (
        "Negotiated together, “land” and “aid” open the zone, and no smaller set does; A pays on “land” and B pays on"
        in said(found)
    )


def many(issues: int, alternatives: int = 4, level: int = 0) -> str:
    """A file of two parties with opposed evaluations, and different weights so that the Pareto set is small."""
    lines = []
    for at in range(issues):
        lines += ["[[issues]]", f"id = 'i{at}'", f"alternatives = {[f'a{each}' for each in range(alternatives)]}"]
    for name, sign in (("A", 1), ("B", -1)):
        lines += ["[[parties]]", f"name = '{name}'", f"reservation = {level}", "[parties.weights]"]
        lines += [f"i{at} = {1 + (at * sign) % 3}" for at in range(issues)]
        lines += ["[parties.evaluations]"]
        for at in range(issues):
            worth = [each if sign == 1 else alternatives - 1 - each for each in range(alternatives)]
            lines += [f"i{at} = {{ {', '.join(f'a{each} = {own}' for each, own in enumerate(worth))} }}"]
    return "\n".join(lines)


def test_a_file_of_more_packages_than_can_be_listed_is_answered_by_branch_and_bound(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    small = hw.packages(negotiation_from(many(5)))
    monkeypatch.setattr("hikiwake.settlement.packages.asking.MOST_LISTED", 100)
    bounded_ = hw.packages(negotiation_from(many(5)))
    assert bounded_.counts.zone is None and bounded_.counts.packages == small.counts.packages
    for name in ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian"):
        assert {row.worth for row in getattr(bounded_.points, name)} == {
            row.worth for row in getattr(small.points, name)
        }
    assert {row.worth for row in bounded_} == {row.worth for row in small}
    json.dumps(bounded_.as_object())
    better = hw.packages(negotiation_from(many(5)), improve="i0=a0,i1=a0,i2=a0,i3=a0,i4=a0").improvement
    assert better is not None and better.counts is None
    assert "were not counted" in bounded_.sentences[0]


def test_ten_to_the_eighteen_packages_are_answered() -> None:
    found = hw.packages(negotiation_from(many(30)))
    assert found.counts.packages == 4**30
    assert found.points.nash[0].gains[0] > 0


def test_too_many_branches_are_refused_in_plain_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hikiwake.settlement.packages.asking.MOST_LISTED", 100)
    monkeypatch.setattr(merging, "MOST_BRANCHES", 50)
    with pytest.raises(ModelError, match=r"too many packages: .* leave issues or alternatives out"):
        hw.packages(negotiation_from(many(5)))


def test_the_pareto_set_is_the_same_by_comparing_where_branches_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    known = hw.packages(negotiation_from(many(5)))
    monkeypatch.setattr(merging, "MOST_BRANCHES", 1)
    assert hw.packages(negotiation_from(many(5))).rows == known.rows


def test_what_is_at_the_reservation_but_for_rounding_is_accepted() -> None:
    """Weights of 17 digits do not fit whole numbers; three of them make the reservation exactly."""
    text = """
    issues = [
      { id = "x", alternatives = ["a"] },
      { id = "y", alternatives = ["a"] },
      { id = "z", alternatives = ["a"] },
    ]
    [[parties]]
    name = "A"
    weights = { x = 0.12345678901234567, y = 0.3333333333333333333, z = 0.54320987765432099667 }
    evaluations = { x = { a = 7 }, y = { a = 7 }, z = { a = 7 } }
    reservation = 6.99999999999999999909
    """
    found = hw.packages(negotiation_from(text))
    assert not found.exact and found.counts.zone == 1
    by_package = text.replace("6.99999999999999999909", '{ x = "a", y = "a", z = "a" }')
    assert hw.packages(negotiation_from(by_package)).counts.zone == 1


def test_states_of_the_conflict_are_told_of_packages() -> None:
    text = f"""{FUND}
    [[states]]
    package = {{ size = "small" }}
    when = "fund and not veto"
    """
    found = hw.packages(negotiation_from(text))
    told: dict[str, Any] = {row["package"]["size"]: row["when"] for row in found.as_records()}
    assert told == {"small": ["fund and not veto"], "large": []}


def test_divide_refuses_what_it_cannot_divide() -> None:
    with pytest.raises(ModelError, match="between two parties; 1 given"):
        hw.divide(pie(""))
    with pytest.raises(ModelError, match="no method"):
        hw.divide(pie("", ""), "by lot")  # type: ignore[arg-type]
    with pytest.raises(ModelError, match="agree is 3; expected how many of the 2 parties"):
        hw.divide(pie("", ""), "fallback", agree=3)
    text = FUND.replace("weights = { size = 1.0, site = 0.5 }", "weights = { size = [1, 2], site = 0.5 }")
    with pytest.raises(ModelError, match="Donor has an interval as the weight of size"):
        hw.divide(negotiation_from(text))
