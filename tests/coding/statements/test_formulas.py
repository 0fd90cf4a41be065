"""A position is on a formula of the case where its sentence calls it by its title, and only there."""

from __future__ import annotations

import pytest

from hikiwake.coding import propose

FORMULAS = (("half", "The equal shares plan"), ("fund", "equal shares plan with a fund"), ("one", "Partition"))


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("Norway rejects the Equal Shares Plan for the two islands.", "half"),
        ("Norway rejects an equal-shares plan with a fund for the two islands.", "fund"),
        ("Norway rejects equal shares for the two islands.", "territory"),
        ("Norway rejects the equal shares plane for the two islands.", "territory"),
        ("Norway rejects any partition of the two islands.", "territory"),
    ],
)
def test_a_position_is_on_the_formula_that_its_sentence_names(text: str, on: str) -> None:
    (stance,) = [each for each in propose("a", text, formulas=FORMULAS) if each.kind == "position"]
    assert dict(stance.cells)["on"] == on
    assert ("formula" in dict(stance.why)) == (on in ("half", "fund"))
    (plain,) = [each for each in propose("a", text) if each.kind == "position"]
    assert dict(plain.cells)["on"] == "territory"


def test_of_two_formulas_none_is_meant() -> None:
    text = "Norway rejects the equal shares plan and the old line for the two islands."
    formulas = (*FORMULAS, ("line", "The old line"))
    (stance,) = [each for each in propose("a", text, formulas=formulas) if each.kind == "position"]
    assert dict(stance.cells)["on"] == "territory"
