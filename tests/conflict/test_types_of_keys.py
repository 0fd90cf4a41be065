"""Every key of a conflict file has a type: a value of another one is a fault with the key and its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

import pytest
import tomli_w

from hikiwake.conflict import conflict_from
from hikiwake.errors import ModelError

WHOLE: dict[str, Any] = {
    "title": "T",
    "era": "e",
    "status_quo": "NN",
    "outcome": "YN",
    "decision_makers": [
        {"name": "A", "actor": "AAA", "options": [{"id": "a", "title": "Act", "one_way": "on"}]},
        {"name": "B", "options": [{"id": "b"}]},
    ],
    "infeasible": [{"when": "a and b"}],
    "coalesce": [{"when": "a and b"}],
    "forbidden_moves": [{"from": "a", "to": "b"}],
    "preferences": {
        "A": {"statements": [{"says": "a", "grounds": ["g"], "about": 1, "inferred": "why"}]},
        "B": {"weights": {"b": 1}, "grounds": ["g"]},
    },
    "settlements": [{"formula": "f", "when": "a"}],
    "variants": [{"name": "v", "preferences": {"A": {"ranking": [["NN"], ["YN", "NY"]], "grounds": ["g"]}}}],
}
VALUES = [True, 7, 1.5, float("inf"), float("nan"), "", "word", [], [True], [[]], {}, {"a": 1}, date(2000, 1, 2),
          datetime(2000, 1, 2), time(1)]  # fmt: skip
Path = tuple[str | int, ...]


def places(value: Any, path: Path = ()) -> Iterator[Path]:
    """Every place of a value at which another value could stand."""
    if path:
        yield path
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inside:
        yield from places(each, (*path, key))


def with_value(value: Any, path: Path, put: Any) -> Any:
    """A value with another in one place."""
    if not path:
        return put
    copy: Any = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = with_value(value[path[0]], path[1:], put)
    return copy


def alike(one: Any, other: Any) -> bool:
    """Whether two values are of one type; a whole number may be a fraction of a weight, and no truth is a number."""
    return type(one) is type(other)


def told(text: str) -> str:
    """The message with which a conflict is refused; nothing where it is read."""
    try:
        conflict_from(text, "m.toml")
    except ModelError as error:
        return str(error)
    return ""


def test_the_whole_file_is_right() -> None:
    assert not told(tomli_w.dumps(WHOLE))


@pytest.mark.parametrize("path", list(places(WHOLE)), ids=lambda path: ".".join(map(str, path)))
def test_a_value_of_another_type_is_a_fault_with_its_key_and_line(path: Path) -> None:
    found: Any = WHOLE
    for key in path:
        found = found[key]
    keys = [str(key) for key in path if isinstance(key, str)]
    for value in VALUES:
        if alike(found, value) or (keys[-2:-1] == ["weights"] and value == 1.5):
            continue
        message = told(tomli_w.dumps(with_value(WHOLE, path, value)))
        if path[-1] in (0, 1) and "ranking" in path and value in ("", "word"):
            assert message  # one pattern may stand alone; this one is no state
            continue
        assert re.search(rf"^m\.toml:\d+: .*\b{keys[-1]}", message, re.M), (value, message)
