"""Conflict files: both ways, and every kind of wrong file named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from hikiwake.conflict.files.reading import conflict_from, read_conflict, read_conflict_in_case, write_conflict
from hikiwake.conflict.files.toml import as_toml
from hikiwake.conflict.model.conflict import Conflict, DecisionMaker, Option, Ranking, Statements, Variant, Weights
from hikiwake.errors import ModelError
from tests.conflict.build import every_feature, prisoners


def test_every_feature_is_read() -> None:
    conflict = conflict_from(every_feature())
    claimant, holder = conflict.decision_makers
    assert (conflict.title, conflict.era, conflict.status_quo, conflict.outcome) == (
        "Every feature",
        "now",
        "NNN",
        "YNY",
    )
    assert holder.options == (Option("transfer", "Transfer part", "on"),)
    assert isinstance(claimant.preference, Statements)
    assert [(said.says.text, said.grounds, said.about) for said in claimant.preference.statements] == [
        ("transfer", ("position-17",), 0),
        ("not settle if not transfer", ("event-1",), 1),
    ]
    assert holder.preference == Ranking((("YNN",), ("YNY",), ("NNN",), ("-YY", "NNY")), ("position-18",))
    assert [rule.text for rule in conflict.infeasible] == ["bases and not transfer"]
    assert [rule.text for rule in conflict.coalesce] == ["transfer and not settle"]
    assert [(move.origin.text, move.target.text) for move in conflict.forbidden_moves] == [
        ("settle and transfer", "not settle")
    ]
    assert [(one.formula, one.when.text) for one in conflict.settlements] == [
        ("two_after_treaty", "settle and transfer")
    ]
    changed = conflict.variant("another reading").decision_maker("Claimant").preference
    assert isinstance(changed, Weights)
    assert [(option, str(weight)) for option, weight in changed.weights] == [
        ("settle", "-0.1"),
        ("transfer", "2"),
        ("bases", "0.0"),
    ]


def test_what_is_written_reads_the_same(tmp_path: Path) -> None:
    odd = DecisionMaker('The "Third" Party\n', (Option("引き分け", 'a "title" with \\ and \x7f'),))
    for conflict in (conflict_from(every_feature()), prisoners(), Conflict((odd,), variants=(Variant("v", ()),))):
        write_conflict(conflict, tmp_path / "c.toml")
        assert read_conflict(tmp_path / "c.toml") == conflict
        assert as_toml(conflict_from(as_toml(conflict))) == as_toml(conflict)


def test_a_conflict_of_a_case_needs_more_than_a_lone_file(tmp_path: Path) -> None:
    path = tmp_path / "c.toml"
    path.write_text(every_feature(), encoding="utf-8")
    with pytest.raises(ModelError, match=r"1 fault:\n.*variants\[1\].preferences.Claimant.grounds: missing"):
        read_conflict_in_case(path)
    path.write_text(as_toml(prisoners()), encoding="utf-8")
    with pytest.raises(ModelError) as caught:
        read_conflict_in_case(path)
    for lacking in ("outcome", "era", "decision_makers[1].actor", "preferences.Row.statements[2].grounds",
                    "preferences.Column.grounds"):  # fmt: skip
        assert f"{lacking}: missing" in str(caught.value)


WRONG = [
    ('title = "Every', 'titel = "Every', 2, 'titel: unknown key; did you mean "title"?'),
    ('title = "Every feature"', "title = 7", 2, "title: 7; expected a text"),
    ('status_quo = "NNN"', 'status_quo = "NYN"', 4, '"NYN" is no feasible state'),
    ('status_quo = "NNN"', 'status_quo = "NN"', 4, "expected 3 letters"),
    ('status_quo = "NNN"', 'status_quo = "-NN"', 4, "describes 2 states"),
    ('outcome = "YNY"', 'outcome = "YYN"', 5, "no feasible state"),
    ('name = "Holder"', 'nmae = "Holder"', 13, 'did you mean "name"?'),
    ('name = "Holder"', 'name = "Claimant"', None, 'the name "Claimant" is given 2 times'),
    ('name = "Holder"', "name = 4", 13, "4; expected a text"),
    ('name = "Holder"', 'name = ""', 13, "empty; give the decision maker a name"),
    ('{ id = "bases"', '{ id = "settle"', None, 'the option id "settle" is given 2 times'),
    ('{ id = "bases"', '{ id = "not"', 10, '"not" is no option id'),
    ('{ id = "bases"', '{ id = "two words"', 10, '"two words" is no option id'),
    ('{ id = "bases", title', "{ title", 10, "decision_makers[1].options[2].id: missing"),
    ('one_way = "on"', 'one_way = "up"', 15, '"up"; expected "on"'),
    ('one_way = "on"', "one_way = true", 15, 'True; expected "on"'),
    (
        'when = "bases and not transfer"',
        'when = "basis and not transfer"',
        18,
        'no option "basis"; did you mean "bases"?',
    ),
    ('when = "bases and not transfer"', 'when = "bases und transfer"', 18, 'found "und"'),
    ('when = "bases and not transfer"', 'when = "bases or not bases"', 17, "the rules remove every state"),
    ('when = "bases and not transfer"', "", 17, "when: missing"),
    ('when = "transfer and not settle"', 'when = "transfer and not settel"', 20, 'did you mean "settle"?'),
    ('to = "not settle"', 'ot = "not settle"', 23, "ot: unknown key"),
    ('to = "not settle"', 'to = "not"', 23, "found the end"),
    ("[preferences.Holder]", "[preferences.Holdre]", None, "preferences.Holder: missing"),
    ("[preferences.Holder]", "[preferences.Holdre]", 30, 'no decision maker "Holdre"; did you mean "Holder"?'),
    ('says = "transfer"', 'says = "transfr"', 27, 'column 1: no option "transfr"'),
    ('says = "not settle if', 'says = "not settle fi', 28, 'found "fi"'),
    ("about = 1", "about = -1", 28, "-1; expected 0 or more ranks"),
    ("about = 1", "about = 0.5", 28, "0.5; expected a whole number"),
    ('grounds = ["event-1"]', 'grounds = "event-1"', 28, '"event-1"; expected a list'),
    ('["YNY"], ["NNN"]', '["NNN"]', 31, "1 of 5 feasible states are not ranked: YNY"),
    ('["YNN"], ["YNY"]', '["YN-"], ["YNY"]', 31, "YNY is already in group 1"),
    ('["YNN"], ["YNY"]', '["YNN"], ["YNX"]', 31, '"YNX" is no state'),
    ('["YNN"], ["YNY"]', '["YNN", "YYN"], ["YNY"]', 31, '"YYN" is no feasible state'),
    ('["YNN"], ["YNY"]', "[1], []", 31, "expected a list of states"),
    ("ranking = [[", "weights = { settle = 1 }\nranking = [[", 30, "ranking and weights given"),
    ("ranking = [[", "rankin = [[", 30, "none of them given"),
    ('when = "settle and transfer"', 'when = "settle and"', 36, "found the end"),
    ('formula = "two_after_treaty"', "", 34, "formula: missing"),
    ("[variants.preferences.Claimant]", "[variants.preferences.Claimnt]", 39, 'no decision maker "Claimnt"'),
    ("transfer = 2", 'transfer = "2"', 40, '"2"; expected a number'),
    ("transfer = 2", "transfer = nan", 40, "expected a number"),
    ("transfer = 2", "transver = 2", 40, 'no option "transver"; did you mean "transfer"?'),
    ("transfer = 2", "transfer = 1e18, bases2 = 1e-18", 40, 'no option "bases2"'),
    ("[[settlements]]", "[settlements]", 34, "expected a list"),
]


@pytest.mark.parametrize(("right", "wrong", "line", "said"), WRONG)
def test_a_wrong_file_is_refused_with_its_line(right: str, wrong: str, line: int | None, said: str) -> None:
    assert right in every_feature()
    with pytest.raises(ModelError) as caught:
        conflict_from(every_feature().replace(right, wrong, 1), name="f.toml")
    faults = [fault for fault in str(caught.value).splitlines() if fault.startswith("f.toml:") and said in fault]
    shown = str(caught.value).splitlines()
    assert said in str(caught.value), caught.value
    assert shown[0].startswith("f.toml has ")
    if line is not None:
        assert any(fault.startswith(f"f.toml:{line}: ") for fault in faults or shown), caught.value


def test_every_fault_is_named_at_once() -> None:
    text = every_feature().replace("bases and not", "bazes and not").replace("says", "sais").replace('"on"', '"up"')
    text = text.replace("another reading", "").replace("formula", "formulla").replace("ranking", "rankings")
    with pytest.raises(ModelError) as caught:
        conflict_from(text)
    assert str(caught.value).count("\nconflict:") >= 6


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"title = ", "is not TOML"),
        (b"\xff\xfe", "not UTF-8"),
        (b"", "decision_makers: none given"),
        (b"x = " + b"[" * 5000, "is not TOML"),
    ],
)
def test_a_file_that_is_no_conflict_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "c.toml"
    path.write_bytes(content)
    with pytest.raises(ModelError, match=said):
        read_conflict(path)


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "absent.toml", tmp_path):
        with pytest.raises(ModelError, match="cannot read"):
            read_conflict(path)


def test_the_weights_of_a_file_must_add_exactly() -> None:
    with pytest.raises(ModelError, match="62 bits"):
        conflict_from(every_feature().replace("transfer = 2", "transfer = 1e18").replace("-0.1", "-1e-18"))


def test_an_inferred_statement_keeps_its_reason() -> None:
    statement = '{ says = "a", inferred = "an act" }'
    makers = '[[decision_makers]]\nname = "A"\noptions = [{ id = "a" }]\n'
    conflict = conflict_from(f"{makers}[preferences.A]\nstatements = [{statement}]\n")
    preference = conflict.decision_makers[0].preference
    assert isinstance(preference, Statements)
    assert [one.inferred for one in preference.statements] == ["an act"]
    assert conflict_from(as_toml(conflict)) == conflict
