"""A package file is read with every fault at once, each with its line and how to mend it."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import tomli_w

import hikiwake as hw
from hikiwake.dossier.folder.onefile import json_text
from hikiwake.dossier.showing import show
from hikiwake.errors import ModelError
from hikiwake.settlement.packages import negotiation_from
from hikiwake.settlement.packages.files.loading import check_packages
from hikiwake.settlement.packages.files.reading import package_named
from hikiwake.settlement.packages.negotiation import Order, Range
from tests.built_in import japan_russia
from tests.conflict.test_types_of_keys import places, with_value

WHOLE: dict[str, Any] = {
    "title": "T",
    "conflict": "c",
    "status_quo": {"size": "small", "site": "home"},
    "issues": [
        {"id": "size", "title": "Size", "alternatives": ["large", "small"]},
        {"id": "site", "alternatives": ["home", "abroad", "nowhere"], "titles": {"home": "At home"}},
    ],
    "parties": [
        {
            "name": "A",
            "reading": "raw",
            "weights": {"size": 1, "site": [1, 2]},
            "evaluations": {"size": {"large": 1, "small": [1, 2]}},
            "orders": {"size": ["small"], "site": ["home", ["abroad", "nowhere"]]},
            "about": {"site": 1},
            "reservation": {"size": "small", "site": "home"},
            "reservations": {"1956": 1, "1993": [1, 2]},
            "ratification": {"quota": 2},
            "grounds": {"size": {"large": ["p1"]}, "reservation": ["p2"]},
            "inferred": {"size": {"large": "an act"}, "site": "a wish"},
            "constituencies": [
                {"name": "C", "votes": 2, "floor": 1, "weights": {"size": 1, "site": 1},
                 "evaluations": {"size": {"large": 1, "small": 2}, "site": {"home": 1, "abroad": 2, "nowhere": 3}},
                 "grounds": {"floor": ["p3"]}},
            ],
            "rivals": [{"name": "someone", "evaluations": {"size": {"large": 5, "small": 0}}}],
        },
        {
            "name": "B", "reading": "scaled", "weights": {"size": 1, "site": 2}, "reservation": 1,
            "evaluations": {"size": {"large": 1, "small": 2}, "site": {"home": 1, "abroad": 2, "nowhere": 3}},
        },
    ],
    "excluded": [{"when": {"size": "large", "site": "home"}}],
    "needed": [{"when": {"size": "large"}, "needs": {"site": "abroad"}}],
    "states": [{"package": {"size": "large"}, "when": "a and b"}],
    "links": [{"issues": ["size", "site"], "grounds": ["d1"], "says": "One for the other"}],
    "tabled": [{"name": "The first offer", "package": {"size": "large"}, "grounds": ["e1"]}],
}  # fmt: skip
VALUES: list[Any] = [True, -7, 1e30, float("inf"), float("nan"), "", "word", [], [True], [2, 1], [1, 2, 3], {},
                     {"a": 1},                     date(2000, 1, 2), None]  # fmt: skip


def told(text: str) -> str:
    """The message with which a file is refused; nothing where it is read."""
    try:
        negotiation_from(text, "p.toml")
    except ModelError as error:
        return str(error)
    return ""


def test_the_whole_file_is_right() -> None:
    told_ = negotiation_from(tomli_w.dumps(WHOLE))
    assert told_.count == 6
    assert told_.parties[0].voice.stakes[1].evaluations == Order(((0,), (1, 2)), 1)
    assert told_.parties[0].rivals[0].stakes[1] == told_.parties[0].voice.stakes[1]
    voice = told_.parties[0].voice
    assert voice.grounds == {"size": ("p1",), "level": ("p2",)}
    assert (voice.grounds_of("size", "large"), voice.grounds_of("size", "small")) == (("p1",), ())
    assert (voice.inferred_of("size", "large"), voice.inferred_of("size", "small")) == ("an act", "")
    assert {voice.inferred_of("site", each) for each in ("home", "abroad")} == {"a wish"}
    assert voice.stakes[0].evaluations == Order(((1,),), 0, (Range(Fraction(1), Fraction(1)),
                                                             Range(Fraction(1), Fraction(2))))  # fmt: skip
    assert (told_.issues[1].called(0), told_.issues[1].called(1)) == ("At home", "abroad")
    assert (told_.links[0].issues, told_.links[0].grounds) == ((0, 1), ("d1",))
    assert told_.tabled[0].package == (0, 0)  # what is not named is as in the status quo


@pytest.mark.parametrize("path", list(places(WHOLE)), ids=lambda path: ".".join(map(str, path)))
def test_any_value_anywhere_is_read_or_a_fault_with_a_place(path: tuple[str | int, ...]) -> None:
    """What is read gives answers; what is refused is refused with a line, and never otherwise."""
    for value in VALUES:
        changed = with_value(WHOLE, path, value)
        if value is None:
            changed = without(WHOLE, path)
        message = told(tomli_w.dumps(changed))
        if message:
            assert re.search(r"^p\.toml(:\d+)?: [a-z]", message, re.M), (value, message)
            assert "Traceback" not in message
        elif not isinstance(value, str) and all(issue.get("alternatives") for issue in changed["issues"]):
            hw.packages(negotiation_from(tomli_w.dumps(changed)), draws=1)


def without(value: Any, path: tuple[Any, ...]) -> Any:
    """A value without what stands in one place."""
    copy: Any = dict(value) if isinstance(value, dict) else list(value)
    if len(path) == 1:
        del copy[path[0]]
    else:
        copy[path[0]] = without(value[path[0]], path[1:])
    return copy


FILE = """
issues = [{ id = "size", alternatives = ["large", "small"] }]
[[parties]]
name = "A"
weights = { size = 1 }
evaluations = { size = { large = 1, small = 2 } }
"""
FAULTS = {
    "titel = 'x'": 'p.toml:1: titel: unknown key; did you mean "title"?',
    "weights = { size = -1 }": "p.toml:5: parties[1].weights.size: -1; expected 0 or more",
    "inferred = { size = { larg = 'x' } }": "p.toml:7: parties[1].inferred.size.larg: no alternative of size; did you "
    'mean "large"?',
    "weights = { size = 0 }": "p.toml:5: parties[1].weights: all 0; give at least one issue a weight",
    "weights = { size = nan }": "p.toml:5: parties[1].weights.size: NaN; expected a number, or a pair [low, high]",
    "weights = { size = [2, 1] }": "p.toml:5: parties[1].weights.size: [2, 1] is reversed; expected [low, high]",
    "weights = { sise = 1 }": 'p.toml:5: parties[1].weights.sise: no issue; did you mean "size"?',
    "evaluations = { size = { large = 1, smal = 2 } }": (
        'p.toml:6: parties[1].evaluations.size.smal: no alternative of size; did you mean "small"?'
    ),
    "evaluations = { size = { large = 1 } }": "p.toml:6: parties[1].evaluations.size.small: missing",
    "evaluations = {}": "p.toml:6: parties[1].evaluations.size: missing; give an evaluation for each of large, small",
    "reservation = { size = 'huge' }": 'p.toml:7: parties[1].reservation.size: "huge" is no alternative of size',
    "reading = 'rough'": 'p.toml:7: parties[1].reading: "rough"; expected "raw" or "scaled"',
    "ratification = 2": "p.toml:7: parties[1].ratification: 2; expected how many of the 0 constituencies",
    "orders = { size = ['large', 'small'] }": "parties[1].evaluations.size.large: contradicts the order",
    "orders = { size = ['small', 'small'] }": "p.toml:7: parties[1].orders.size: expected each alternative at most",
    "grounds = { size = { huge = ['p1'] } }": "p.toml:7: parties[1].grounds.size.huge: no alternative of size",
    "links = [{ issues = ['size'] }]": "expected at least two issues that are tied together",
    "tabled = [{ name = 'T' }]": "package: missing; expected a table such as",
    "constituencies = [{ name = 'C', evaluations = { size = { large = 1, small = 1 } } }]": (
        "p.toml:7: parties[1].constituencies[1].floor: missing"
    ),
    "[[parties]]\nname = 'A'": 'p.toml:8: parties[2].name: "A" given twice',
    "[[excluded]]\nwhen = { size = 'large', place = 'home' }": "p.toml:8: excluded[1].when.place: no issue",
    "[[states]]\npackage = { size = 'large' }\nwhen = 'and'": "p.toml:9: states[1].when: ",
}


@pytest.mark.parametrize("line", FAULTS)
def test_a_fault_is_told_with_its_line_and_how_to_mend_it(line: str) -> None:
    key = line.partition(" =")[0]
    lines = [line if each.startswith(key) else each for each in FILE.splitlines()]
    if line.startswith(("titel", "links", "tabled")):
        lines = [line, *lines[1:]]
    elif line not in lines:
        lines.append(line)
    assert FAULTS[line] in told("\n".join(lines))


def test_nothing_is_told_twice() -> None:
    message = told(FILE.replace("size = 1", "size = true"))
    assert message.startswith("p.toml has 1 fault:") and message.count("\n") == 1


def test_empty_issues_and_too_many_are_refused() -> None:
    assert "alternatives: empty; give at least one" in told(FILE.replace('["large", "small"]', "[]"))
    assert "issues: none given" in told("[[parties]]\nname = 'A'\nweights = {}")
    many = "\n".join(f"[[issues]]\nid = 'i{at}'\nalternatives = ['a']" for at in range(201))
    assert "issues: 201 given; expected at most 200" in told(many + "\n[[parties]]\nname = 'A'")


def test_a_package_is_named_by_issues_and_alternatives() -> None:
    negotiation = negotiation_from(tomli_w.dumps(WHOLE))
    assert package_named(negotiation, "size=large, site=abroad") == package_named(negotiation, "size=large;site=abroad")
    assert package_named(negotiation, "size=large") == (0, 0)  # the rest as in the status quo
    with pytest.raises(ModelError, match=r"size: \"huge\" is no alternative of size"):
        package_named(negotiation, "size=huge")


def test_in_a_case_a_file_is_found_by_name_and_grounds_are_entries(tmp_path: Path) -> None:
    source = Path(hw.__file__).parent / "cases" / "japan_russia"
    case = tmp_path / "case"
    shutil.copytree(source, case)
    (case / "packages").mkdir(exist_ok=True)
    entry = japan_russia().positions[0].id
    (case / "packages" / "deal.toml").write_text(f"{FILE}grounds = {{ size = ['{entry}'] }}\n")
    assert hw.packages(f"{case}:deal").why("size=small")[0]["grounds"] == [entry]
    (case / "packages" / "deal.toml").write_text(f"{FILE}grounds = {{ size = ['nobody'] }}\n")
    with pytest.raises(ModelError, match=r"deal\.toml:7: parties\[1\]\.grounds\.size: no entry \"nobody\" in the case"):
        hw.packages(f"{case}:deal")
    with pytest.raises(ModelError, match=r'no package "del" in the case .* did you mean "deal"'):
        hw.packages(f"{case}:del")


def test_packages_of_a_case_are_kept_checked_and_found_where_they_name_an_entry(tmp_path: Path) -> None:
    """In a folder, in one file, and back; a fault of theirs is one of the case; hindsight has none of today's."""
    dossier = japan_russia()
    entry = dossier.positions[0].id
    text = f"{FILE}grounds = {{ size = ['{entry}'] }}\n"
    hw.save(replace(dossier, packages=(("deal", text),)), tmp_path / "case")
    assert (tmp_path / "case" / "packages" / "deal.toml").read_text(encoding="utf-8") == text
    again = hw.load(tmp_path / "case")
    assert again.packages == (("deal", text),) and check_packages(again) == ()
    (tmp_path / "case.json").write_text(json_text(again), encoding="utf-8")
    assert hw.load(tmp_path / "case.json").packages == again.packages
    assert again.as_written_by("2015").packages == again.select(period="1956").packages == ()
    assert any(each.file == "packages/deal.toml" for each in show(again, entry)[0].cited_by)
    wrong = replace(again, packages=(("deal", text.replace(entry, "nobody")),))
    assert [(fault["file"], fault["line"]) for fault in check_packages(wrong)] == [("packages/deal.toml", 7)]
    hw.save(replace(again, packages=()), tmp_path / "case")
    assert not (tmp_path / "case" / "packages" / "deal.toml").exists()
