"""Where a text is no assumption, it is said how one is written, by an example that can be assumed in this very case."""

from __future__ import annotations

import re

import pytest

import hikiwake as hw
from hikiwake.dossier import Dossier
from hikiwake.errors import ModelError
from hikiwake.modelling.scenarios import Scenario, assumption, assumptions, case_scenarios, suppose
from hikiwake.modelling.scenarios.examples import example
from hikiwake.modelling.scenarios.scenario import CHANGES, FORMS
from tests.skerries_model import modelled


@pytest.fixture(scope="module", params=["japan_russia", "skerries"])
def case(request: pytest.FixtureRequest) -> Dossier:
    """A case with models, and one that is small."""
    return hw.load("japan_russia") if request.param == "japan_russia" else modelled()


@pytest.mark.parametrize("change", ["", *CHANGES])
def test_every_example_can_be_assumed_in_its_era(case: Dossier, change: str) -> None:
    for era in ("", *(each.id for each in case.case.eras)):
        found, text = example(case, f"{change} something", era)
        assert found and (not era or found == era)
        assert suppose(case, Scenario("", "", found, (assumption(text),))) != case


def test_the_example_is_of_whom_and_what_was_meant() -> None:
    case = modelled()
    assert example(case, "drop Suderland")[1] == "drop Suderland: insist"
    assert example(case, "flip suderland")[1] == "flip Suderland: insist"
    assert example(case, "take away all")[1] == "take away give_half"
    assert example(case, "", "1790") == ("", "")


def test_an_assumption_in_place_of_a_name_is_told_how_it_is_given() -> None:
    with pytest.raises(ModelError) as told:
        case_scenarios(modelled(), "drop Suderland")
    said = str(told.value)
    assert '--era 1990-1994 --assume "drop Suderland: insist"' in said and all(form in said for form in FORMS)
    with pytest.raises(ModelError) as told:
        case_scenarios(modelled(), "offer")
    assert "--assume" not in str(told.value), "a name is a name"


def test_a_text_that_is_no_assumption_is_told_with_an_example_of_its_era() -> None:
    with pytest.raises(
        ModelError, match=re.escape('of the era 1990-1994 for example "drop Norland: accept if give_half"')
    ):
        assumptions(modelled(), "1990-1994", ["drop Norland: talk", "drop Norland"])
    assert assumptions(modelled(), "1990-1994", ["drop Norland: talk"]) == (assumption("drop Norland: talk"),)
