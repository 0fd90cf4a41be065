"""Wrong files, each with its own mistake: one clear error that names the place and how to mend it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from hikiwake.conflict import conflict_from, read_conflict, solve
from hikiwake.conflict.files.gmcr import imported
from hikiwake.errors import HikiwakeError, ModelError

RIGHT = """
title = "Right"
status_quo = "NN"
[[decision_makers]]
name = "Row"
options = [{ id = "a", title = "First" }]
[[decision_makers]]
name = "Column"
options = [{ id = "b", title = "Second" }]
[preferences.Row]
statements = [{ says = "b" }, { says = "not a" }]
[preferences.Column]
ranking = [["YN"], ["YY"], ["NN"], ["NY"]]
"""

# what is replaced, what stands there instead, and what the message must contain
MISTAKES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "not toml": ("[[decision_makers]]", "[[decision_makers", ("toml:4 is not TOML", "column 18")),
    "unknown key": ('title = "Right"', 'titel = "Right"', ("titel", 'did you mean "title"')),
    "title is no text": ('title = "Right"', "title = 3", ("title", "expected a text")),
    "no decision makers": (RIGHT, 'title = "Empty"', ("decision_makers", "none given")),
    "a decision maker without a name": ('name = "Row"\n', "", ("decision_makers[1].name", "missing")),
    "two of one name": ('name = "Column"', 'name = "Row"', ("Row", "2 times")),
    "two options of one id": ('id = "b"', 'id = "a"', ('"a"', "2 times")),
    "an option without id": ('id = "a", ', "", ("options[1].id", "missing")),
    "an id that is a word of the grammar": ('id = "a"', 'id = "not"', ("not", "no option id")),
    "an id with a blank": ('id = "a"', 'id = "a b"', ("a b", "no option id")),
    "unknown direction": ('title = "First"', 'one_way = "up"', ("one_way", "up", '"on"', '"off"')),
    "a preference is missing": ("[preferences.Row]", "[preferences.Raw]", ("preferences.R", "Raw", "Row")),
    "a preference of nobody": ("[preferences.Column]", "[preferences.Colum]", ("Colum", "Column")),
    "two kinds of preference": (
        "ranking =",
        "statements = []\nranking =",
        ("expected one of statements, ranking or weights", "Column"),
    ),
    "no kind of preference": ('statements = [{ says = "b" }, { says = "not a" }]', "", ("Row", "none of them")),
    "a statement without says": ('{ says = "b" }', '{ say = "b" }', ("say", 'did you mean "says"')),
    "a statement that is no text": ('says = "b"', "says = 1", ("says", "expected a text")),
    "a statement that breaks off": ('says = "b"', 'says = "b and"', ("column", "the end", "^")),
    "a statement with a stray word": ('says = "b"', 'says = "b a"', ("column 3", "found", "^")),
    "an open parenthesis": ('says = "b"', 'says = "(b"', ("column", '")"', "^")),
    "a stray sign": ('says = "b"', 'says = "b & a"', ("column 3", '"&"', "^")),
    "an empty statement": ('says = "b"', 'says = ""', ("says", "the end")),
    "an unknown option": ('says = "b"', 'says = "c"', ('no option "c"', "column 1", "^")),
    "a negative about": ('{ says = "b" }', '{ says = "b", about = -1 }', ("about", "-1", "0 or more")),
    "an about that is no number": ('{ says = "b" }', '{ says = "b", about = "one" }', ("about", "a whole number")),
    "a state too short": ('["YN"]', '["Y"]', ("ranking", '"Y"', "2 letters")),
    "a state with other letters": ('["YN"]', '["YX"]', ("ranking", '"YX"', "Y, N or -")),
    "a state is ranked twice": ('["YN"]', '["YN", "YY"]', ("ranking", "YY", "already")),
    "a state is not ranked": (', ["NY"]', "", ("ranking", "NY", "not ranked")),
    "a group that is no list": ('["YN"]', "1", ("ranking", "1", "expected a list of states")),
    "a status quo that is no state": ('status_quo = "NN"', 'status_quo = "N"', ("status_quo", '"N"', "2 letters")),
    "a status quo that is several": ('status_quo = "NN"', 'status_quo = "N-"', ("status_quo", "2 states")),
    "rules that remove everything": (
        "[preferences.Row]",
        '[[infeasible]]\nwhen = "a or not a"\n[preferences.Row]',
        ("infeasible", "remove every state"),
    ),
    "a rule without when": (
        "[preferences.Row]",
        "[[infeasible]]\n[preferences.Row]",
        ("infeasible", "when", "missing"),
    ),
    "a forbidden move without to": (
        "[preferences.Row]",
        '[[forbidden_moves]]\nfrom = "a"\n[preferences.Row]',
        ("forbidden_moves", "to", "missing"),
    ),
    "a variant of nobody": (
        "[preferences.Row]",
        '[[variants]]\nname = "v"\n[variants.preferences.Nobody]\nstatements = []\n[preferences.Row]',
        ("variants", "Nobody"),
    ),
    "two formulas of one name": (
        "[preferences.Row]",
        '[[settlements]]\nformula = "f"\nwhen = "a"\n[[settlements]]\nformula = "f"\nwhen = "b"\n[preferences.Row]',
        ("wrong.toml:14: settlements[2].formula", '"f" is given 2 times'),
    ),
    "a settlement that no state realises": (
        "[preferences.Row]",
        '[[settlements]]\nformula = "f"\nwhen = "a and not a"\n[preferences.Row]',
        ("wrong.toml:12: settlements[1].when", "no feasible state"),
    ),
    "a settlement true of a part of a merged state": (
        "[preferences.Row]",
        '[[coalesce]]\nwhen = "a"\n[[settlements]]\nformula = "f"\nwhen = "a and b"\n[preferences.Row]',
        ("wrong.toml:14: settlements[1].when", "a part of the merged state Y-"),
    ),
    "a wish true of a part of a merged state": (
        '{ says = "not a" }',
        '{ says = "not a" }]\n[[coalesce]]\nwhen = "b"\n[[variants]]\nname = "v"\n[variants.preferences.Row]\n'
        'statements = [{ says = "a or not a" }, { says = "a iff b" }',
        (
            "wrong.toml:17: variants[1].preferences.Row.statements[2]",
            '"a iff b" is true of a part',
            "merged state -Y only",
        ),
    ),
    "members of a merged state of unequal weight": (
        'statements = [{ says = "b" }, { says = "not a" }]',
        'weights = { a = 3, b = 2 }\n[[coalesce]]\nwhen = "b"',
        ("wrong.toml:11: preferences.Row.weights", "-Y are not worth the same"),
    ),
    "two merged states of one name": (
        "[preferences.Row]",
        '[[coalesce]]\nwhen = "a iff b"\n[[coalesce]]\nwhen = "not (a iff b)"\n[preferences.Row]',
        ("wrong.toml:10: coalesce", 'several merged states are written "--"'),
    ),
    "an about that no list of statements has": (
        '{ says = "b" }',
        '{ says = "b", about = 99999999999999999999 }',
        ("wrong.toml:11: preferences.Row.statements[1].about", "at most 1,000"),
    ),
    "weights that are no numbers": (
        'statements = [{ says = "b" }, { says = "not a" }]',
        'weights = { a = "much" }',
        ("weights", "much", "expected a number"),
    ),
    "a weight for an unknown option": (
        'statements = [{ says = "b" }, { says = "not a" }]',
        "weights = { z = 1 }",
        ("weights", 'no option "z"'),
    ),
}


def test_the_right_file_is_right() -> None:
    assert len(solve(conflict_from(RIGHT)).states) == 4


def test_a_merged_state_may_differ_inside_where_its_rank_does_not_depend_on_it() -> None:
    merged = RIGHT.replace('"YY"], ["NN"], ["NY"', '"-Y"], ["NN"') + '[[coalesce]]\nwhen = "b"\n'
    assert len(solve(conflict_from(merged)).states) == 3


def test_there_are_thirty_kinds_at_least() -> None:
    assert len(MISTAKES) >= 30


@pytest.mark.parametrize("mistake", MISTAKES)
def test_one_clear_error(mistake: str) -> None:
    old, new, said = MISTAKES[mistake]
    assert old in RIGHT
    with pytest.raises(HikiwakeError) as caught:
        conflict_from(RIGHT.replace(old, new, 1), name="wrong.toml")
    message = str(caught.value)
    assert "wrong.toml" in message
    for part in said:
        assert part in message, message
    assert "Traceback" not in message


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot read"):
        read_conflict(tmp_path / "none.toml")


def test_a_file_that_is_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "latin.toml"
    path.write_bytes('title = "é"'.encode("latin-1"))
    with pytest.raises(ModelError, match="not UTF-8"):
        read_conflict(path)


def test_the_command_line_ends_in_one_message_and_exit_code_2(tmp_path: Path) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text(RIGHT.replace('says = "b"', 'says = "c"', 1), encoding="utf-8")
    for form in ([], ["--json"]):
        command = [sys.executable, "-m", "hikiwake", "solve", str(path), *form]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 2
        assert done.stdout == ""
        message = json.loads(done.stderr)["error"]["message"] if form else done.stderr.removeprefix("hikiwake: ")
        assert message != done.stderr
        assert 'no option "c"' in message
        assert "Traceback" not in done.stderr


SAVE_FILE = """{"decisionMakers": [{"name": "A", "options": [0], "preferences": [[[0, "N"]]]}],
"options": [{"name": "Go on", "permittedDirection": "both"}], "infeasibles": []}"""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{", "", "not JSON"),
        ('"decisionMakers"', '"dms"', '"decisionMakers" is missing'),
        ('"options": [0]', '"options": [7]', "option 7"),
        ('"options": [0]', '"options": []', "0 owners"),
        ('"both"', '"up"', "expected both, fwd or back"),
        ('[0, "N"]', '[0, "X"]', 'a pair of an option and "Y" or "N"'),
        ('[0, "N"]', '[9, "N"]', "option 9"),
        ('"infeasibles": []', '"infeasibles": [[]]', "infeasibles[1]"),
        ('"infeasibles": []', '"infeasibles": [], "useManualPreferenceRanking": true', "preferenceRanking"),
    ],
)
def test_broken_save_files_of_other_tools(old: str, new: str, said: str) -> None:
    assert old in SAVE_FILE
    with pytest.raises(ModelError) as caught:
        imported(SAVE_FILE.replace(old, new, 1), "wrong.gmcr")
    assert "wrong.gmcr" in str(caught.value)
    assert said in str(caught.value)


def test_a_statement_that_differs_in_two_merged_states_of_one_name_is_told_once() -> None:
    wrong, right, _ = MISTAKES["two merged states of one name"]
    text = RIGHT.replace(wrong, right)
    with pytest.raises(ModelError) as caught:
        conflict_from(text, "wrong.toml")
    lines = str(caught.value).splitlines()[1:]
    assert len(lines) == len(set(lines))
    assert any("is true of a part of the merged state --" in line for line in lines)
