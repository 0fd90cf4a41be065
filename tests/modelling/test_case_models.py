"""The models of the built-in case: their order is by rule, their readings rest on what they are named after."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import hikiwake as hw
from hikiwake.conflict.model.conflict import Preference, Statements
from hikiwake.modelling.case_models import CaseModel, case_models, grounds_of
from hikiwake.modelling.grounds import weight

CASE = hw.load("japan_russia")
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


def test_no_option_is_named_in_two_ways() -> None:
    titles = {(option.id, option.title) for model in MODELS for option in model.conflict.options}
    assert len(titles) == len({id_ for id_, _ in titles}) == len({title for _, title in titles})


def test_most_options_come_back_in_several_eras() -> None:
    eras = [{option.id for option in model.conflict.options} for model in MODELS]
    assert {"settle_two", "insist_four", "transfer_two", "transfer_large"} <= set.intersection(*eras)


def test_a_selection_leaves_the_models_out() -> None:
    assert CASE.select(actor="USA").conflicts == ()
    assert CASE.select().conflicts == CASE.conflicts
