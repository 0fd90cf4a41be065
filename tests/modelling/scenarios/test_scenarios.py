"""Scenarios: an assumption is the same as text and in a file; every fault has its place; the record stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import hikiwake as hw
from hikiwake.dossier.folder.onefile import record_digest
from hikiwake.errors import HikiwakeError, ModelError
from hikiwake.modelling.case_models import case_models
from hikiwake.modelling.scenarios import Scenario, as_toml, assumption, check_scenarios, scenario_from, suppose
from hikiwake.modelling.scenarios.files import examined
from tests.built_in import japan_russia

CASE = japan_russia()
ERA = "2001-2012"
TEXTS = (
    "drop Japan: insist_four",
    "flip Russia: not transfer_large",
    "move Russia: not insist_four to 1",
    "add Russia: transfer_two",
    "add Russia: transfer_two to 2",
    "take away insist_four",
    "drop position position-talukdar-2014-034",
    "flip position position-talukdar-2014-034",
    "add position JPN accepts two_final",
)
HEAD = 'title = "Talks"\nera = "2001-2012"\n'


def of(*texts: str, era: str = ERA, **more: str) -> Scenario:
    """A scenario of some assumptions."""
    return Scenario("talks", "Talks", era, tuple(map(assumption, texts)), **more)


@pytest.mark.parametrize("text", TEXTS)
def test_an_assumption_is_the_same_as_text_and_in_a_file_and_changes_the_case(text: str) -> None:
    one = of(text)
    assert one.assume[0].text == text
    assert scenario_from("talks", as_toml(one)) == one
    then = suppose(CASE, one)
    assert (then.positions, then.conflicts) != (CASE.positions, CASE.conflicts)
    assert replace(then, positions=CASE.positions, conflicts=CASE.conflicts) == CASE


@pytest.mark.parametrize("text", ["", "drop", "move Japan: insist_four", "take away a b", "flip position", "jump x"])
def test_what_is_no_assumption_is_refused(text: str) -> None:
    with pytest.raises(ModelError, match="is no assumption"):
        assumption(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("drop Japan: insist_for", 'did you mean "insist_four"'),
        ("drop Japn: insist_four", "no decision maker"),
        ("take away insist_for", "no option"),
        ("drop position position-nobody", "no position"),
        ("add position JPN accept two_final", "no verb"),
        ("add position JPN accepts two_finl", "no issue or formula"),
        ("add position JPX accepts two_final", "no actor"),
        ("add Japan: insist_for", "insist_for"),
        ("move Japan: insist_four to 900", "cannot be made together"),
    ],
)
def test_what_the_case_does_not_have_is_told_with_its_place(text: str, said: str) -> None:
    (fault,) = check_scenarios(replace(CASE, scenarios=(("talks", as_toml(of(text))),)))
    assert (fault.file, fault.line, fault.column) == ("scenarios/talks.toml", 4, "assume[1]")
    assert said in fault.found


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        (HEAD, 0, "assume"),
        (HEAD + "assume = 3\n", 3, "assume"),
        (HEAD + 'titel = "x"\n[[assume]]\nchange = "take away"\noption = "a"\n', 3, "titel"),
        (HEAD + '[[assume]]\nchange = "jump"\n', 4, "assume[1].change"),
        (HEAD + '[[assume]]\nchange = "drop"\n', 4, "assume[1].change"),
        (HEAD + '[[assume]]\nchange = "drop"\ndecision_maker = "Japan"\n', 3, "assume[1].says"),
        (HEAD + '[[assume]]\nchange = "take away"\noption = "a"\nrank = 0\n', 6, "assume[1].rank"),
        (HEAD + '[[assume]]\nchange = "take away"\noption = 5\n', 5, "assume[1].option"),
        (HEAD + '[[assume]]\nchange = "take away"\noption = "a"\non = "b"\n', 6, "assume[1].on"),
        (HEAD + '[[assume]]\nchange = "take away"\noption = "' + "a" * 1001 + '"\n', 5, "assume[1].option"),
        (HEAD + '[[assume]]\nchange = "take away"\noption = "a"\n' * 51, 3, "assume"),
        ('title = ""\nera = "x"\n[[assume]]\nchange = "take away"\noption = "a"\n', 1, "title"),
        ("title =\n", 1, "column 8"),
    ],
)  # fmt: skip
def test_every_fault_of_a_file_has_its_line_and_key(text: str, line: int, key: str) -> None:
    scenario, read = examined("talks", text)
    assert scenario is None
    assert (line, key) in [(fault.line, fault.column) for fault in read.faults]


def test_a_statement_falls_with_the_only_position_that_carries_it() -> None:
    conflict = case_models(CASE, ERA)[0].conflict
    own = [one for maker in conflict.decision_makers for one in maker.preference.statements]  # type: ignore[union-attr]
    alone = [one for one in own if one.grounds == ("position-talukdar-2014-034",)]
    then = case_models(suppose(CASE, of("drop position position-talukdar-2014-034")), ERA)[0].conflict
    left = [one for maker in then.decision_makers for one in maker.preference.statements]  # type: ignore[union-attr]
    assert alone
    assert [one.says for one in left] == [one.says for one in own if one not in alone]
    assert not any("position-talukdar-2014-034" in one.grounds for one in left)


def test_what_is_turned_round_or_added_has_no_grounds_on_record() -> None:
    then = case_models(suppose(CASE, of("flip Russia: not transfer_large", "add Japan: transfer_two to 1")), ERA)[0]
    for name in ("Japan", "Russia"):
        first = then.conflict.decision_maker(name).preference.statements[0]  # type: ignore[union-attr]
        assert (first.grounds, first.inferred) == ((), "")


def test_two_assumptions_about_one_statement_or_position_are_refused() -> None:
    for text in ("drop Japan: insist_four", "drop position position-talukdar-2014-034"):
        with pytest.raises(ModelError):
            suppose(CASE, of(text, text.replace("drop", "flip")))


def test_scenarios_go_with_the_folder_and_the_file_and_are_no_part_of_the_record(tmp_path: Path) -> None:
    kept = replace(CASE, scenarios=(("talks", as_toml(of(TEXTS[0]))),))
    assert record_digest(kept) == record_digest(CASE)
    hw.save(kept, tmp_path / "case")
    assert hw.load(tmp_path / "case").scenarios == kept.scenarios
    hw.save(kept, tmp_path / "case.json")
    assert hw.load(tmp_path / "case.json").scenarios == kept.scenarios
    assert kept.as_written_by("2018").scenarios == ()


def test_an_era_a_reading_or_a_model_that_is_not_there_is_refused() -> None:
    for wrong in (of(TEXTS[0], era="1800"), of(TEXTS[0], reading="nobody"), of(TEXTS[0], model="none")):
        with pytest.raises(HikiwakeError):
            suppose(CASE, wrong)
