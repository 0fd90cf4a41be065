"""Questions: asked only where an answer changes what holds, in the order of the rule, and answers become statements."""

from __future__ import annotations

import random
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from hikiwake.cli import app
from hikiwake.conflict import Conflict, Question, Statements, answered, conflict_from, questions, solve
from hikiwake.conflict.changing.asking import open_comparisons
from hikiwake.errors import ModelError
from tests.agreement.engine import conflict_of
from tests.agreement.models import draw

SILENT = """
title = "Silent"
status_quo = "NNN"
[[decision_makers]]
name = "A"
options = [{ id = "arm", title = "Arm" }, { id = "shout" }]
[[decision_makers]]
name = "B"
options = [{ id = "talk" }]
[preferences.A]
statements = [{ says = "talk" }]
[preferences.B]
statements = [{ says = "not talk if arm" }]
[[settlements]]
formula = "truce"
when = "not arm and talk"
"""


def equilibria(conflict: Conflict) -> set[int]:
    return set(solve(conflict, ("seq",)).equilibria("seq"))


@pytest.mark.parametrize("seed", range(20))
def test_what_is_asked_changes_an_equilibrium_and_what_is_not_asked_does_not(seed: int) -> None:
    conflict = conflict_of(draw(random.Random(seed)))
    before = equilibria(conflict)
    found = questions(conflict)
    asked = {one.about: one for one in found}
    texts = solve(conflict, ("seq",)).states.texts
    for one in found:
        changed = [equilibria(answered(conflict, one, answer)) for answer in (1, 2)]
        assert set(one.depends) == (before ^ changed[0]) | (before ^ changed[1])
        assert texts[one.first - 1] != texts[one.second - 1]
    assert [len(one.depends) for one in found] == sorted((len(one.depends) for one in found), reverse=True)
    ranks = solve(conflict, ("seq",)).ranks
    for name, option in open_comparisons(conflict):
        if (name, option) not in asked and has_level_pair(
            texts, ranks[conflict.index(name)].tolist(), conflict, option
        ):
            silent = Question(name, option, 1, 1, ())
            assert all(equilibria(answered(conflict, silent, answer)) == before for answer in (1, 2))


def has_level_pair(texts: tuple[str, ...], ranks: list[int], conflict: Conflict, option: str) -> bool:
    """Whether there are two states of one rank of which one clearly has the option and the other clearly not."""
    place = [each.id for each in conflict.options].index(option)
    ends = [{rank for text, rank in zip(texts, ranks, strict=True) if text[place] == sign} for sign in "YN"]
    return bool(ends[0] & ends[1])


def test_a_settlement_narrows_the_questions() -> None:
    conflict = conflict_from(SILENT)
    assert {one.option for one in questions(conflict, "nash")} == {"arm", "shout"}
    assert all(set(one.depends) <= {5, 7} for one in questions(conflict, "nash", "truce"))
    with pytest.raises(ModelError, match="neither a state nor a settlement"):
        questions(conflict, "nash", "peace")


def test_an_answer_is_the_least_important_statement() -> None:
    conflict = conflict_from(SILENT)
    first = questions(conflict, "nash")[0]
    preference = answered(conflict, first, 2).decision_maker("A").preference
    assert isinstance(preference, Statements)
    assert [one.says.text for one in preference.statements] == ["talk", "not arm"]


def ask(tmp_path: Path, lines: str, *words: str) -> Result:
    model = tmp_path / "silent.toml"
    model.write_text(SILENT, encoding="utf-8")
    return CliRunner().invoke(app, ["ask", str(model), "--concept", "nash", *words], input=lines)


def test_piped_answers_become_toml_with_empty_grounds(tmp_path: Path) -> None:
    done = ask(tmp_path, "1\nwhat\n2\n")
    assert done.exit_code == 0
    assert tomllib.loads(done.stdout)["preferences"]["A"]["statements"] == [
        {"says": "arm", "grounds": []},
        {"says": "not shout", "grounds": []},
    ]
    assert '"what" is no answer' in done.stderr
    assert (tmp_path / "silent.toml").read_text(encoding="utf-8") == SILENT


@pytest.mark.parametrize(("lines", "says"), [("s\n2\n", ["not shout"]), ("=\n1\n", ["shout"]), ("1\nq\n", ["arm"]),
                                             ("1\n", ["arm"]), ("SKIP\nq\n", []), ("", [])])  # fmt: skip
def test_skipping_quitting_and_the_end_of_the_input(tmp_path: Path, lines: str, says: list[str]) -> None:
    stated = tomllib.loads(ask(tmp_path, lines).stdout).get("preferences", {}).get("A", {}).get("statements", [])
    assert [one["says"] for one in stated] == says


def test_a_new_file_is_written_and_none_is_overwritten(tmp_path: Path) -> None:
    new = tmp_path / "answers.toml"
    assert ask(tmp_path, "1\nq\n", "--output", str(new)).stdout == ""
    written = new.read_text(encoding="utf-8")
    assert "[preferences.A]" in written
    refused = ask(tmp_path, "2\nq\n", "--output", str(new))
    assert isinstance(refused.exception, ModelError) and "nothing is overwritten" in str(refused.exception)
    assert new.read_text(encoding="utf-8") == written
