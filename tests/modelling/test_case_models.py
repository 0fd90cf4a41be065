"""The models of the built-in case: their order is by rule, their readings rest on what they are named after."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from hikiwake.conflict.model.conflict import Preference, PreferenceStatement, Statements
from hikiwake.conflict.model.statements import And, Named, Tree
from hikiwake.dossier import Event
from hikiwake.errors import ModelError
from hikiwake.modelling.case_models import CaseModel, case_models, grounds_of
from hikiwake.modelling.checking import check_conflicts
from hikiwake.modelling.grounds import weight
from tests.built_in import japan_russia
from tests.skerries_model import TEXT, modelled

CASE = japan_russia()
MODELS = case_models(CASE)


def preferences(model: CaseModel) -> Iterator[tuple[str, str, Preference]]:
    for maker in model.conflict.decision_makers:
        yield "", maker.name, maker.preference
    for variant in model.conflict.variants:
        yield from ((variant.name, name, preference) for name, preference in variant.preferences)


ALL = [(model, *one) for model in MODELS for one in preferences(model)]
NAMES = [f"{model.name}-{variant}-{name}" for model, variant, name, _ in ALL]


def test_the_eras_that_need_a_model_have_one() -> None:
    assert {"1956-1959", "2016-2018", "2022-"} <= {model.conflict.era for model in MODELS}


@pytest.mark.parametrize(("model", "variant", "name", "preference"), ALL, ids=NAMES)
def test_statements_stand_in_order_of_strength_and_holders(
    model: CaseModel, variant: str, name: str, preference: Preference
) -> None:
    weights = [weight(CASE, grounds) for _, grounds in grounds_of(preference)]
    assert weights == sorted(weights, reverse=True), f"{model.name} {variant} {name}"


@pytest.mark.parametrize(("model", "variant", "name", "preference"), ALL, ids=NAMES)
def test_places_are_uncertain_where_strength_does_not_tell(
    model: CaseModel, variant: str, name: str, preference: Preference
) -> None:
    assert isinstance(preference, Statements)
    strengths = [weight(CASE, one.grounds).strength for one in preference.statements]
    expected = [min(2, strengths.count(strength) - 1) for strength in strengths]
    assert [one.about for one in preference.statements] == expected, f"{model.name} {variant} {name}"


@pytest.mark.parametrize(("model", "variant", "name", "preference"), ALL, ids=NAMES)
def test_a_reading_named_after_a_document_rests_on_it(
    model: CaseModel, variant: str, name: str, preference: Preference
) -> None:
    if variant not in CASE.document:
        return
    for says, grounds in grounds_of(preference):
        for ground in grounds:
            assert variant in CASE.documents_of(CASE.by_id[ground]), f"{model.name} {name}: {says}: {ground}"


SAID = [
    (model.name, variant, name, one)
    for model, variant, name, preference in ALL
    if isinstance(preference, Statements)
    for one in preference.statements
]


def same_elsewhere(era: str, name: str, one: PreferenceStatement) -> list[tuple[str, PreferenceStatement]]:
    """The readings of an era that have the same statement of the same decision maker."""
    return [
        (variant, each) for model, variant, maker, each in SAID if (model, maker, each.says) == (era, name, one.says)
    ]


def tellings(variant: str, one: PreferenceStatement) -> set[tuple[str, str]]:
    """The grounds of a statement, each with a document that tells it; in a reading named after one with that alone."""
    told = [(ground, id_) for ground in one.grounds for id_ in CASE.documents_of(CASE.by_id[ground])]
    return {(ground, id_) for ground, id_ in told if variant not in CASE.document or id_ == variant}


def of_acts(one: PreferenceStatement) -> bool:
    """Whether a statement rests on what was done alone."""
    entries = [CASE.by_id[ground] for ground in one.grounds]
    return all(isinstance(each, Event) or getattr(each, "kind", "") == "revealed" for each in entries)


def test_what_is_inferred_in_one_reading_is_inferred_in_every_other_on_no_more_grounds() -> None:
    for era, _, name, one in SAID:
        for variant, other in same_elsewhere(era, name, one) if one.inferred else ():
            assert not {*other.grounds} <= {*one.grounds} or other.inferred, f"{era} {variant} {name}: {one.says}"


def test_a_ground_from_which_one_reading_infers_tells_the_same_in_no_other() -> None:
    """Of an event the report of another document may tell it."""
    for era, variant, name, one in SAID:
        if not one.inferred:
            others = [tellings(*each) for each in same_elsewhere(era, name, one) if each[1].inferred]
            left = tellings(variant, one).difference(*others)
            assert {*one.grounds} == {ground for ground, _ in left}, f"{era} {variant} {name}: {one.says}"


def test_what_is_inferred_from_an_act_is_not_told_by_acts_alone_in_another_reading() -> None:
    for era, variant, name, one in SAID:
        if not one.inferred and of_acts(one):
            for _, other in same_elsewhere(era, name, one):
                shared = {*one.grounds} & {*other.grounds}
                assert not (other.inferred and shared), f"{era} {variant} {name}: {one.says}: {shared}"


@pytest.mark.parametrize(("model", "variant", "name", "preference"), ALL, ids=NAMES)
def test_an_act_that_stands_for_a_wish_is_inferred(
    model: CaseModel, variant: str, name: str, preference: Preference
) -> None:
    assert isinstance(preference, Statements)
    acts = [one for one in preference.statements if all(isinstance(CASE.by_id[id_], Event) for id_ in one.grounds)]
    assert [one.says.text for one in acts if not one.inferred] == [], f"{model.name} {variant} {name}"


@pytest.mark.parametrize(("model", "variant", "name", "preference"), ALL, ids=NAMES)
def test_what_is_only_studied_is_no_wish(model: CaseModel, variant: str, name: str, preference: Preference) -> None:
    for says, grounds in grounds_of(preference):
        studied = [id_ for id_ in grounds if getattr(CASE.by_id[id_], "verb", "") == "studies"]
        assert studied == [], f"{model.name} {variant} {name}: {says}"


@pytest.mark.parametrize("passage", ["passage-yamazoe-2023-0193", "passage-brown-2022-0071", "passage-brown-2022-0134"])
def test_a_refusal_of_any_land_refuses_every_formula_that_transfers_land(passage: str) -> None:
    order = [formula for group in next(one for one in CASE.case.scales if one.id == "land").order for formula in group]
    transfers = {*order[: order.index("joint_administration")]} - {"attribution_first"}  # which settles whose they are
    refused = {each.on for each in CASE.positions if each.verb == "rejects" and passage in each.passages}
    assert transfers - refused == set()


def test_no_option_is_named_in_two_ways() -> None:
    titles = {(option.id, option.title) for model in MODELS for option in model.conflict.options}
    assert len(titles) == len({id_ for id_, _ in titles}) == len({title for _, title in titles})


def test_most_options_come_back_in_several_eras() -> None:
    eras = [{option.id for option in model.conflict.options} for model in MODELS]
    assert {"settle_two", "insist_four", "transfer_two", "transfer_large"} <= set.intersection(*eras)


TAKES = {  # what needs an act of both sides, and of which; the others one side can do, or nobody has to
    "four_at_once": 2,
    "two_first_then_two": 2,
    "two_1956_formula": 2,
    "two_final": 2,
    "half_by_number": 2,
    "joint_administration_russian_sovereignty": 2,
    "visa_free_visits": 2,
    "joint_activities": 2,
    "joint_activities_special_law": 2,
    "joint_activities_russian_law": 2,
    "joint_china_russia_line": 2,
    "no_us_bases": 2,
    "economic_inducement": 1,
    "economics_as_reward": 0,
    "suspend_talks": 1,
    "constitutional_ban": 1,
    "status_quo": 0,
}


def doing(tree: Tree) -> set[str]:
    """The options that a conjunction takes."""
    if isinstance(tree, Named):
        return {tree.option}
    return set().union(*map(doing, tree.parts)) if isinstance(tree, And) else set()


@pytest.mark.parametrize("model", MODELS, ids=[model.name for model in MODELS])
def test_a_settlement_takes_an_act_of_every_side_that_must_act(model: CaseModel) -> None:
    owner = {option.id: maker.name for maker in model.conflict.decision_makers for option in maker.options}
    for settlement in model.conflict.settlements:
        acting = {owner[option] for option in doing(settlement.when.tree)}
        assert len(acting) == TAKES[settlement.formula], f"{model.name} {settlement.formula}: {acting}"


def test_a_selection_leaves_the_models_out() -> None:
    assert CASE.select(actor="USA").conflicts == ()
    assert CASE.select().conflicts == CASE.conflicts


MERGED = '[[coalesce]]\nwhen = "accept"\n'


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "[preferences.Suderland]",
            '[[coalesce]]\nwhen = "close"\n[preferences.Suderland]',
            "toml:19: preferences.Norland",
        ),
        ('when = "give_half and accept"', 'when = "give_half and not give_half"', "no feasible state realises"),
        ('formula = "none"', 'formula = "half"', 'the formula "half" is given 2 times'),
        (
            '[[settlements]]\nformula = "half"',
            MERGED + '[[settlements]]\nformula = "half"',
            "a part of the merged state",
        ),
        ('era = "1990-1994"', 'era = "1066"', 'toml:3: era: no era "1066"'),
        ('era = "1990-1994"', "", "no era given"),
        ('status_quo = "NNNY"', "", "status_quo missing"),
        ('outcome = "NYNY"', "", "outcome missing"),
        ('status_quo = "NNNY"', 'status_quo = "a"', '"a" is no state'),
    ],
)
def test_a_model_with_a_fault_is_refused_with_its_file(old: str, new: str, told: str) -> None:
    assert old in TEXT
    with pytest.raises(ModelError, match=re.escape(told)) as refused:
        case_models(modelled(TEXT.replace(old, new, 1)))
    assert "conflicts/1990-1994.toml" in str(refused.value)


def test_two_decision_makers_may_call_their_options_alike() -> None:
    alike = TEXT.replace('title = "Accept half"', 'title = "Close the strait"')
    assert check_conflicts(modelled(alike)).faults == ()
    assert len(case_models(modelled(alike))) == 1


def test_one_decision_maker_may_call_two_options_alike() -> None:
    alike = TEXT.replace('title = "Insist on all"', 'title = "Accept half"')
    assert check_conflicts(modelled(alike)).faults == ()
    assert len(case_models(modelled(alike))) == 1


def test_a_model_is_read_once_for_all_analyses_of_a_case() -> None:
    assert case_models(modelled())[0] is case_models(modelled())[0]
    assert case_models(modelled(TEXT.replace("Give half", "Give it")))[0] is not case_models(modelled())[0]
