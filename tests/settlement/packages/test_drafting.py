"""A package file is drafted from any record: what it says with grounds, what it does not as an interval, no more."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from typer.testing import CliRunner

import hikiwake as hw
from hikiwake.cli import app
from hikiwake.dossier import Dossier, Position, save
from hikiwake.errors import ModelError
from hikiwake.settlement.packages import PackageDraft, draft, negotiation_from
from hikiwake.settlement.packages.drafting.told import REFUSED
from hikiwake.settlement.packages.files.loading import strangers
from hikiwake.settlement.packages.negotiation import Order, Range
from tests.synthetic import skerries

ERAS = [era.id for era in hw.load("japan_russia").case.eras][1:]


def with_positions(*told: tuple[str, str, str, str]) -> Dossier:
    """The Skerries with these positions of 1992 alone: holder, actor, formula or issue, verb."""
    case = skerries().dossier()
    first = case.positions[0]
    own = [replace(first, id=f"position-{at}", holder=holder, actor=actor, on=on, verb=verb, strength="moderate",
                   kind="declared") for at, (holder, actor, on, verb) in enumerate(told)]  # fmt: skip
    return replace(case, positions=tuple(own))


def between(made: PackageDraft, party: int, alternative: str, issue: int = 0) -> Range:
    """Between which numbers the draft has an alternative of an issue."""
    at = made.negotiation.issues[issue].alternatives.index(alternative)
    told = made.negotiation.parties[party].voice.stakes[issue].evaluations
    return (told.between if isinstance(told, Order) else told)[at]


@pytest.mark.parametrize("era", ERAS)
def test_every_era_of_the_built_in_case_reads_back_with_grounds_of_the_case(era: str) -> None:
    case = hw.load("japan_russia")
    made = draft(case, era)
    assert negotiation_from(made.text) == made.negotiation
    assert made.text == draft(case, era).text, "the same record gives the same file"
    assert not [*strangers(made.negotiation, case)]
    for party in made.negotiation.parties:
        for (_, alternative), ids in party.voice.particular.items():
            assert alternative and all(isinstance(case.by_id[id_], Position) for id_ in ids)


@pytest.mark.parametrize("era", ERAS)
def test_what_is_narrower_than_unknown_has_grounds(era: str) -> None:
    for party in draft(hw.load("japan_russia"), era).negotiation.parties:
        for voice in (party.voice, *party.constituencies):
            for issue, stake in zip(draft(hw.load("japan_russia"), era).negotiation.issues, voice.stakes, strict=True):
                spans = stake.evaluations.between if isinstance(stake.evaluations, Order) else stake.evaluations
                for alternative, span in zip(issue.alternatives[1:], spans[1:], strict=True):
                    known = span.low > -1 or span.high < 1
                    assert not known or voice.grounds_of(issue.id, alternative), (era, voice.name, alternative)


def test_all_holders_or_an_interval() -> None:
    both = with_positions(("A", "NOR", "half", "accepts"), ("B", "NOR", "half", "accepts"))
    assert between(draft(both, "1990-1994"), 0, "half") == Range(Fraction(0), Fraction(1))
    apart = with_positions(("A", "NOR", "half", "accepts"), ("B", "NOR", "half", "rejects"))
    assert between(draft(apart, "1990-1994"), 0, "half") == Range(Fraction(-1), Fraction(1))
    refused = with_positions(("A", "NOR", "half", "rejects"), ("B", "SUD", "half", "accepts"))
    made = draft(refused, "1990-1994")
    assert between(made, 0, "half") == Range(Fraction(-1), REFUSED)
    assert between(made, 1, "half") == Range(Fraction(0), Fraction(1))
    assert hw.packages(made.negotiation).counts.possible == 1, "only no agreement is left"


def test_a_red_line_outweighs_all_other_issues() -> None:
    told = with_positions(("A", "NOR", "half", "rejects"), ("A", "SUD", "half", "accepts"))
    red = replace(told, positions=(replace(told.positions[0], strength="red line"), told.positions[1]))
    made = draft(red, "1990-1994")
    assert between(made, 0, "half") == Range(*[Fraction(-len(made.negotiation.issues))] * 2)


def test_talk_is_nothing_and_is_said() -> None:
    told = with_positions(("A", "NOR", "half", "accepts"), ("A", "NOR", "all", "studies"))
    made = draft(told, "1990-1994")
    assert made.negotiation.issues[0].alternatives == ("none", "half")
    assert any("All of the islands" in sentence and "does not say" in sentence for sentence in made.sentences)


def test_nothing_to_draft_says_what_to_add() -> None:
    with pytest.raises(ModelError, match=r"nothing to draft packages of in 1990-1994: .*add positions on formulas"):
        draft(with_positions(("A", "NOR", "half", "studies")), "1990-1994")
    with pytest.raises(ModelError, match='no era "1999"'):
        draft(skerries().dossier(), "1999")


def test_issues_on_which_the_sides_are_opposed_are_alternatives_of_last_resort() -> None:
    issue = skerries().dossier().case.issues[0].id
    made = draft(with_positions(("A", "NOR", issue, "demands"), ("B", "SUD", issue, "rejects")), "1990-1994")
    assert made.negotiation.issues[0].alternatives == ("none", "NOR", "SUD")
    assert between(made, 0, "NOR").low == 0
    assert between(made, 1, "NOR").high == REFUSED


def test_a_formula_that_is_called_none_is_not_taken_for_no_agreement() -> None:
    made = draft(with_positions(("A", "NOR", "none", "accepts")), "1990-1994")
    assert made.negotiation.issues[0].alternatives == ("no_agreement", "none")


def test_scales_with_formulas_in_common_are_one_issue_and_more_than_two_can_sign() -> None:
    case = hw.load("caspian_sea")
    two = draft(case, "1998-2007").negotiation
    every = [each for issue in two.issues for each in issue.alternatives[1:]]
    assert len(every) == len(set(every)), "a formula is an alternative of one issue only"
    made = draft(case, "2007-2018", ("AZE", "IRN", "KAZ", "RUS", "TKM"))
    assert made.negotiation.names == ("Azerbaijan", "Iran", "Kazakhstan", "Russia", "Turkmenistan")
    assert negotiation_from(made.text) == made.negotiation
    assert not any("signs nothing here" in sentence for sentence in made.sentences)
    with pytest.raises(ModelError, match='no actor "XXX"'):
        draft(case, "2007-2018", ("XXX",))


def test_the_command_writes_and_never_over(tmp_path: Path) -> None:
    folder = tmp_path / "case"
    save(skerries().dossier(), folder)
    run = CliRunner()
    asked = ["packages", str(folder), "--draft", "--era", "1990-1994"]
    assert run.invoke(app, asked).stdout == draft(hw.load(folder), "1990-1994").text
    written = run.invoke(app, [*asked, "--write"])
    assert written.exit_code == 0
    file = folder / "packages" / "1990-1994.toml"
    assert file.read_text(encoding="utf-8") == draft(hw.load(folder), "1990-1994").text
    file.write_text(file.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    assert "is there already" in str(run.invoke(app, [*asked, "--write"]).exception)
    assert file.read_text(encoding="utf-8").endswith("# mine\n")
    assert hw.packages(f"{folder}:1990-1994").dossier is not None
    other = tmp_path / "draft.toml"
    assert run.invoke(app, [*asked, "--output", str(other)]).exit_code == 0
    assert "--force" in str(run.invoke(app, [*asked, "--output", str(other)]).exception)
    assert run.invoke(app, [*asked, "--output", str(other), "--force"]).exit_code == 0
    assert run.invoke(app, ["packages", str(folder), "--draft"]).exit_code == 2
    assert run.invoke(app, ["packages", str(other), "--write"]).exit_code == 2
