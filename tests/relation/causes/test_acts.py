"""Kinds of act that a case says a variable is told by: what they hold and leave out, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import hikiwake as hw
from hikiwake.cli import app
from hikiwake.dossier import Event, Variable, load, save
from hikiwake.dossier.entering.by_hand import row_entered
from hikiwake.dossier.entering.differences import Change, applied, cells_of, differences, row_of
from hikiwake.dossier.entering.lists import lists
from hikiwake.relation.causes.indicators import indicator
from tests.relation.causes.planted_records import planted
from tests.relation.causes.test_holding import CAUSES, DRAWS, FOLLOWING
from tests.synthetic import skerries

SKERRIES = skerries().dossier()
BOTH = ("NOR", "SUD")


def told(acts: Any, event: Event, *, less: bool = False) -> bool:
    case = replace(SKERRIES.case, variables=(Variable("it", "Trust", **acts),))
    found = indicator(replace(SKERRIES, case=case), "it")
    assert found is not None
    return found.tells(event, less=less)


def act(type_: str, sources: tuple[str, ...], targets: tuple[str, ...], summary: str = "They act.") -> Event:
    return replace(
        SKERRIES.events[0], type=type_, sources=sources, targets=targets, issues=("territory",), summary=summary
    )


THERE, BACK, MUTUAL = (act("CONSULT", *sides) for sides in ((("NOR",), ("SUD",)), (("SUD",), ("NOR",)), (BOTH, BOTH)))


@pytest.mark.parametrize(
    ("whose", "told_by"),
    [
        ({"by": ("NOR",), "towards": ("SUD",)}, (True, False, False)),
        ({"by": ("NOR",)}, (True, False, True)),
        ({"towards": ("NOR",)}, (False, True, True)),
        ({"between": BOTH}, (True, True, True)),
        ({"together": BOTH}, (False, False, True)),
        ({}, (True, True, True)),
        ({"by": ("TRD",)}, (False, False, False)),
    ],
)
def test_whose_acts_are_meant(whose: dict[str, tuple[str, ...]], told_by: tuple[bool, ...]) -> None:
    assert tuple(told({"acts": ("CONSULT",), **whose}, each) for each in (THERE, BACK, MUTUAL)) == told_by


def test_predecessors_and_parts_act_for_a_state_and_a_part_for_itself() -> None:
    older, part = act("CONSULT", ("OLD",), ("SUD",)), act("CONSULT", ("NOR/public",), ("SUD",))
    assert told({"acts": ("CONSULT",), "by": ("NOR",)}, older) and told({"acts": ("CONSULT",), "by": ("NOR",)}, part)
    assert told({"acts": ("CONSULT",), "by": ("NOR/public",)}, part)
    assert not told({"acts": ("CONSULT",), "by": ("NOR/public",)}, THERE)


def test_types_issues_and_words_narrow_and_a_class_is_all_of_its_types() -> None:
    assert told({"acts": ("cooperation",)}, THERE) and not told({"acts": ("conflict",)}, THERE)
    assert told({"acts": ("CONSULT",), "issues": ("trade", "territory")}, THERE)
    assert not told({"acts": ("CONSULT",), "issues": ("trade",)}, THERE)
    assert told({"acts": ("CONSULT",), "less": ("REJECT",)}, act("REJECT", ("NOR",), ("SUD",)), less=True)
    summit = act("", ("NOR",), (), "A new  Prime\nMinister takes office.")
    assert told({"words": ("prime minister",)}, summit)
    assert not told({"words": ("prime ministers", "rime")}, summit), "whole words"
    assert not told({"acts": ("CONSULT",), "words": ("prime minister",)}, summit)


def test_what_the_case_says_goes_before_the_title() -> None:
    case = replace(SKERRIES.case, variables=(Variable("it", "Sanctions by Norland", ("AID",)), Variable("by", "Aid")))
    found = indicator(replace(SKERRIES, case=case), "it")
    assert found is not None and found.acts == {"AID"}


def test_an_argument_becomes_testable_where_the_case_says_by_which_acts() -> None:
    before = planted(CAUSES, FOLLOWING, drivers=(("fear", "arrests", "+", ""),))
    fear = Variable("fear", "Fear of sanctions in Norland", ("SANCTION",), by=("SUD",), note="Planted.")
    others = tuple(each for each in before.case.variables if each.id != "fear")
    after = replace(before, case=replace(before.case, variables=(*others, fear)))
    untold, tested = (hw.coincidence(each, [0.5], draws=DRAWS) for each in (before, after))
    assert [each.id for each in untold.untold] == ["fear"] and not tested.untold
    assert (untold.rows[0].reason, tested.rows[0].verdict) == ("cause", "in line")
    assert tested.tested[0].cause_told == "SANCTION"


def test_why_no_act_tells_a_variable_is_said() -> None:
    before = planted(CAUSES, FOLLOWING, drivers=(("fear", "arrests", "+", ""),))
    noted = tuple(replace(each, note="No act tells fear.") for each in before.case.variables)
    found = hw.coincidence(replace(before, case=replace(before.case, variables=noted)), draws=DRAWS)
    assert found.as_record()["untold"] == [
        {"variable": "fear", "title": "Fear of sanctions in Norland", "note": "No act tells fear."}
    ]
    assert "the case says why of each" in found.sentences[-1]


FAULTS = [
    ('acts = ["SANCTIONS"]', ".acts: found 'SANCTIONS', expected one of AGREE", "did you mean 'SANCTION'?"),
    ('acts = "SANCTION"', "acts is 'SANCTION'; give a list in brackets", ""),
    ('acts = ["AID"]\nby = ["NORLAND"]', ".by: found 'NORLAND', expected one of the case's actors", ""),
    ('acts = ["AID"]\nissues = ["tradde"]', ".issues: found 'tradde'", "did you mean 'trade'?"),
    ('acts = ["AID"]\nbetween = ["NOR"]', ".between: found 'NOR', expected two actors", ""),
    ('acts = ["AID"]\nbetween = ["NOR", "SUD"]\nby = ["NOR"]', ".between: found 'NOR, SUD', expected one way", ""),
    ('by = ["NOR"]', ".by: found 'no acts and no words'", ""),
    ('acts = ["AID"]\nless = ["AID"]', ".less: found 'AID', expected types that are not among the acts", ""),
    ('words = ["summit"]\nless = ["AID"]', ".less: found 'AID', expected acts beside it", ""),
    ('words = ["…"]', ".words: found 'a text without a letter'", ""),
    ('act = ["AID"]', "variables.act: found 'act', expected one of acts, between", ""),
    ("note = 3", "variables.note", ""),
]


@pytest.mark.parametrize(("keys", "said", "meant"), FAULTS)
def test_what_cannot_be_followed_is_one_fault_with_its_place(tmp_path: Path, keys: str, said: str, meant: str) -> None:
    case = replace(SKERRIES.case, variables=(*SKERRIES.case.variables, Variable("it", "It")))
    save(replace(SKERRIES, case=case), tmp_path / "case")
    frame = tmp_path / "case" / "case.toml"
    plain, mended = 'title = "It"', ", ".join(['title = "It"', *keys.splitlines()])
    written = frame.read_text(encoding="utf-8")
    assert written.count(plain) == 1
    frame.write_text(written.replace(plain, mended), encoding="utf-8")
    ran = CliRunner().invoke(app, ["check", str(tmp_path / "case")])
    assert ran.exit_code != 0
    (line,) = [each for each in ran.output.splitlines() if each.startswith("case.toml")]
    assert said in line and meant in line


def test_acts_are_kept_by_the_folder_and_by_a_form(tmp_path: Path) -> None:
    own = Variable("it", "It", ("CONSULT", "AGREE"), ("REJECT",), between=BOTH, issues=("trade",), note="So.")
    case = replace(SKERRIES.case, variables=(*SKERRIES.case.variables, own))
    save(replace(SKERRIES, case=case), tmp_path / "case")
    again = load(tmp_path / "case")
    assert again.case == case
    cells = dict(zip(lists()["variables"].headers, cells_of(lists()["variables"], own), strict=True))
    assert row_entered("variables", cells) == own
    retitled = replace(again, case=replace(case, variables=(*case.variables[:-1], replace(own, title="Otherwise"))))
    assert applied(again, differences(again, retitled)) == retitled


def test_a_change_that_was_kept_before_there_were_acts_can_be_taken_back() -> None:
    first = SKERRIES.case.variables[0]
    old = Change("variables", first.id, (first.id, "Otherwise"), (first.id, first.title))
    assert row_of(lists()["variables"], ("it", "It")) == Variable("it", "It")
    assert applied(applied(SKERRIES, [old.turned()]), [old]) == SKERRIES


def test_as_written_by_a_day_acts_name_nobody_who_was_not_known() -> None:
    whole = hw.load("japan_russia")
    then = whole.as_written_by("2000-01-01")
    known = {actor.id for actor in then.actors}, {term.id for term in then.case.issues}
    for each in then.case.variables:
        assert {*each.actors} <= known[0] and {*each.issues} <= known[1], each.id
