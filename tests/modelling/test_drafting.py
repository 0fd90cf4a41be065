"""A draft is made from any record, says what it lacks, and reads as a conflict file."""

from __future__ import annotations

from dataclasses import replace

import pytest

import hikiwake as hw
from hikiwake.actors import Actor, Name
from hikiwake.conflict import conflict_from
from hikiwake.conflict.model.conflict import PreferenceStatement, Statements
from hikiwake.errors import ModelError
from hikiwake.modelling import draft
from hikiwake.modelling.checking import check_conflicts
from hikiwake.periods import Period
from tests.built_in import japan_russia
from tests.synthetic import skerries

SKERRIES = skerries().dossier()
CASE = japan_russia()
ERAS = [era.id for era in CASE.case.eras]


def statements(dossier: hw.Dossier, era: str, name: str) -> tuple[PreferenceStatement, ...]:
    preference = draft(dossier, era).conflict.decision_maker(name).preference
    assert isinstance(preference, Statements)
    return preference.statements


def test_the_small_dispute_is_drafted_from_its_positions() -> None:
    drafted = draft(SKERRIES, "1990-1994")
    owners = {maker.name: [option.id for option in maker.options] for maker in drafted.conflict.decision_makers}
    assert owners == {"Norland": ["half_NOR", "all_NOR"], "Suderland": ["half_SUD", "all_SUD"]}
    said = [(one.says.text, one.grounds) for one in statements(SKERRIES, "1990-1994", "Suderland")]
    assert said == [("all_NOR and all_SUD", ("position-003",)), ("not half_SUD", ("position-002",))]
    assert [(one.formula, one.when.text) for one in drafted.conflict.settlements] == [
        ("half", "half_NOR and half_SUD"),
        ("all", "all_NOR and all_SUD"),
    ]


def test_what_one_side_carries_out_is_its_own_act() -> None:
    """A unilateral formula, one that breaks off talks, and every formula where a side is not in the model."""
    formulas = tuple(replace(formula, kind="unilateral") for formula in SKERRIES.formulas)
    drafted = draft(replace(SKERRIES, formulas=formulas), "1990-1994")
    owners = {maker.name: [option.id for option in maker.options] for maker in drafted.conflict.decision_makers}
    assert owners == {"Norland": ["half"], "Suderland": ["all"]}
    alone = draft(SKERRIES, "1990-1994", ["SUD"])
    assert [option.id for option in alone.conflict.options] == ["all"]
    scales = tuple(replace(scale, refusals=("half",)) for scale in SKERRIES.case.scales)
    refusing = draft(replace(SKERRIES, case=replace(SKERRIES.case, scales=scales)), "1990-1994")
    assert [option.id for option in refusing.conflict.options] == ["half", "all_NOR", "all_SUD"]


@pytest.mark.parametrize("era", ERAS)
def test_both_sides_sign_in_every_era_of_which_a_wish_is_told(era: str) -> None:
    """Each with an act of its own, under a predecessor's name as well; of the first era no state's wish is told."""
    drafted = draft(CASE, era)
    owners = {option.id: maker.actor for maker in drafted.conflict.decision_makers for option in maker.options}
    joint = [one for one in drafted.conflict.settlements if len(one.when.options) > 1]
    for settlement in joint:
        assert len({owners[option] for option in settlement.when.options}) == 2
        assert CASE.by_id[settlement.formula].kind not in ("unilateral", "process")  # type: ignore[union-attr]
    assert bool(joint) == (era != "1855-1955")


def test_what_the_record_does_not_say_is_listed() -> None:
    drafted = draft(SKERRIES, "1990-1994")
    assert [(one.decision_maker, one.option) for one in drafted.missing] == [
        ("Norland", "all_NOR"),
        ("Norland", "all_SUD"),
        ("Suderland", "half_NOR"),
    ]
    assert drafted.thin
    assert "# Norland: all_NOR, all_SUD" in drafted.text
    assert 'when = "half_NOR and half_SUD and all_NOR and all_SUD"' in drafted.text

    assert drafted.silent == ("Norland",)


@pytest.mark.parametrize("era", ERAS)
def test_the_draft_of_every_era_reads_and_its_grounds_carry(era: str) -> None:
    drafted = draft(CASE, era)
    text = drafted.text
    read = conflict_from(text)
    assert read.options == drafted.conflict.options
    checked = check_conflicts(replace(CASE, conflicts=((era, text),)))
    assert [str(fault) for fault in checked.faults if fault.column != "outcome"] == []
    filled = check_conflicts(replace(CASE, conflicts=((era, text.replace("# outcome", "outcome")),)))
    assert (filled.faults, [str(warning) for warning in filled.warnings]) == ((), [])


def test_statements_stand_in_order_of_strength() -> None:
    from hikiwake.modelling.grounds import weight

    weights = [weight(CASE, one.grounds) for one in statements(CASE, "2019-2022", "Russia")]
    assert weights == sorted(weights, reverse=True)
    assert len(weights) > 5


def test_the_acting_predecessor_is_the_decision_maker() -> None:
    assert draft(CASE, "1956-1959", ["JPN", "RUS"]).conflict.names == ("Japan", "Soviet Union")


def test_options_that_few_entries_suggest_are_left_out_and_named() -> None:
    drafted = draft(CASE, "2016-2018")
    assert len(drafted.conflict.options) == 13
    assert drafted.left_out
    assert drafted.left_out[0] in drafted.text


@pytest.mark.parametrize(("era", "actors"), [("1066", []), ("1956-1959", ["ATL"])])
def test_what_the_case_does_not_have_is_refused(era: str, actors: list[str]) -> None:
    with pytest.raises(ModelError, match=actors[0] if actors else era):
        draft(CASE, era, actors)


def with_third(kind: str, part_of: str = "", id_: str = "COAST") -> hw.Dossier:
    """The small dispute with a third party that refuses a formula of the era."""
    build = skerries()
    said = build.say("north-1996", "The coast government rejected the half in 1992.")
    more = {"verb": "rejects", "stance": "no half", "period": Period.parse("1992")}
    build.add("position", said, id="position-coast", actor=id_, on="half", **more)
    dossier = build.dossier()
    third = Actor(id_, kind, part_of, names=(Name("en", "", "Coast Government"),))
    return replace(dossier, actors=(*dossier.actors, third))


@pytest.mark.parametrize("id_", ["COAST", "COAST/government"])
def test_a_government_that_is_part_of_no_state_is_a_decision_maker(id_: str) -> None:
    """It decides, and its refusal is its own."""
    drafted = draft(with_third("government", id_=id_), "1990-1994")
    assert drafted.conflict.names == ("Norland", "Suderland", "Coast Government")
    preference = drafted.conflict.decision_maker("Coast Government").preference
    assert isinstance(preference, Statements)
    assert [one.grounds for one in preference.statements] == [("position-coast",)]
    assert drafted.others == ()


def test_a_government_that_is_part_of_a_state_is_counted_with_it_and_the_draft_says_so() -> None:
    drafted = draft(with_third("government", "SUD"), "1990-1994")
    assert drafted.conflict.names == ("Norland", "Suderland")
    told = "What Coast Government wants is counted with Suderland, of which it is a part (`part_of`)."
    assert told in drafted.sentences
    assert f"# {told}" in drafted.text
    assert "position-coast" in drafted.text
    assert draft(SKERRIES, "1990-1994").others == ()


def test_who_was_not_asked_for_is_named() -> None:
    """A government that wants something; it can be taken in."""
    dossier = with_third("government")
    told = draft(dossier, "1990-1994", ["NOR", "SUD"])
    assert told.conflict.names == ("Norland", "Suderland")
    assert "Coast Government" in told.others[0]
    assert "`--decision-makers`" in told.text
    asked = draft(dossier, "1990-1994", ["NOR", "SUD", "COAST"])
    assert ("Coast Government" in asked.conflict.names, asked.others) == (True, ())
