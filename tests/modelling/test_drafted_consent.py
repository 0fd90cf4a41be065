"""A third state for or against a settlement is named, and the lines of the draft make it a party with a veto."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

import hikiwake as hw
from hikiwake.dossier import Dossier
from hikiwake.modelling import draft
from hikiwake.modelling.checking import check_conflicts
from tests.synthetic import skerries

ERA = "1990-1994"
SKERRIES = skerries().dossier()
OFFER, REFUSAL = SKERRIES.positions[0], SKERRIES.positions[1]


def agreed(third: str = "") -> Dossier:
    """The small dispute with both sides for a half, and a third state that has a position of some verb on it."""
    yes = replace(REFUSAL, verb="accepts")
    own = [replace(OFFER, id="position-third", actor="TRD", verb=third)] if third else []
    return replace(SKERRIES, positions=(OFFER, yes, *own), events=())


@pytest.mark.parametrize(
    ("verb", "side", "says"),
    [
        ("opposes", "against", 'says = "not half_TRD", for "not (half_NOR and half_SUD)"'),
        ("supports", "for", 'says = "half_NOR and half_SUD and half_TRD", for "half_NOR and half_SUD"'),
    ],
)
def test_a_third_state_without_a_part_is_named_with_the_lines_that_give_it_one(verb: str, side: str, says: str) -> None:
    drafted = draft(agreed(verb), ERA)
    title = next(formula.title for formula in SKERRIES.formulas if formula.id == "half")
    told = f"Tredland is {side} “{title}” and has no part in it"
    assert any(told in sentence for sentence in drafted.sentences)
    assert f"# {told}" in drafted.text
    assert f"#   {says}" in drafted.text.splitlines()
    assert '#   when = "half_NOR and half_SUD and half_TRD"' in drafted.text.splitlines()
    assert drafted.conflict.decision_maker("Tredland").options == ()


def test_nobody_is_named_who_has_a_part_or_says_nothing_of_the_settlement() -> None:
    assert draft(agreed(), ERA).consents == ()
    assert draft(agreed("studies"), ERA).consents == ()
    alone = tuple(replace(formula, kind="unilateral") for formula in SKERRIES.formulas)
    assert draft(replace(agreed("opposes"), formulas=alone), ERA).consents == ()


def with_consent(text: str) -> str:
    """A draft with its own lines of consent followed, one after another, and its outcome set."""
    option = re.search(r"#   options: (.*)", text)
    wish = re.search(r'#   says = "(.*)", for "(.*)"', text)
    when = re.search(r"#   when = (.*)", text)
    assert option and wish and when
    text = text.replace("options = []", f"options = [{option[1]}]").replace(
        f'says = "{wish[2]}"', f'says = "{wish[1]}"'
    )
    text = re.sub(r'^when = "half_NOR and half_SUD"$', f"when = {when[1]}", text, flags=re.MULTILINE)
    return text.replace('status_quo = "NN"', 'status_quo = "NNN"').replace('# outcome = "--"', 'outcome = "NNN"')


def test_with_the_lines_followed_a_refusal_is_a_veto_and_findings_name_it() -> None:
    dossier = agreed("opposes")
    text = draft(dossier, ERA).text
    before = replace(dossier, conflicts=((ERA, text.replace("# outcome", "outcome")),))
    after = replace(dossier, conflicts=((ERA, with_consent(text)),))
    assert check_conflicts(after).faults == ()
    (without,), (row,) = (hw.findings(each, ERA, "half", variant="").rows for each in (before, after))
    assert without.verdict == "agreed" and "Tredland" not in without.parties
    assert row.verdict == "neither" and "Tredland" in row.parties
    assert "Tredland" in {blocker.decision_maker for blocker in row.blocked_by}


def test_what_the_file_lacks_is_told_with_its_lines() -> None:
    """The lines are those of the file; and once what they say is done, `check` passes."""
    drafted = draft(SKERRIES, ERA)
    lines = drafted.text.splitlines()
    outcome, status_quo = (int(number) for number in re.findall(r"\(line (\d+)\)", drafted.to_be_set("the file")))
    assert lines[outcome - 1] == '# outcome = "----"'
    assert lines[status_quo - 1] == 'status_quo = "NNNN"'
    (fault,) = check_conflicts(replace(SKERRIES, conflicts=((ERA, drafted.text),))).faults
    assert fault.column == "outcome"
    lines[outcome - 1] = lines[outcome - 1].removeprefix("# ")
    assert check_conflicts(replace(SKERRIES, conflicts=((ERA, "\n".join(lines)),))).faults == ()


def test_a_draft_without_options_says_that_more_is_to_be_set() -> None:
    empty = replace(SKERRIES, positions=(), events=())
    assert "no option was found" in draft(empty, ERA).to_be_set("the file")
