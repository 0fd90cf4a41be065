"""Save files of other tools: what they say arrives, whichever age the file has."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from hikiwake.conflict import Ranking, Statements, conflict_from, solve
from hikiwake.conflict.files.gmcr import imported, read_gmcr
from hikiwake.conflict.files.toml import as_toml
from hikiwake.errors import ModelError

SYRIA_IRAQ: dict[str, Any] = {  # the form of a file of gmcr-py 0.3; the facts are those of examples/syria_iraq.toml
    "program": "gmcr-py",
    "version": "0.3.12",
    "useManualPreferenceRanking": False,
    "infeasibles": [[[0, "Y"], [1, "Y"]]],
    "options": [
        {"name": "Release Water", "permittedDirection": "both"},
        {"name": "Escalate", "permittedDirection": "both"},
        {"name": "Attack", "permittedDirection": "both"},
    ],
    "decisionMakers": [
        {
            "name": "Syria",
            "options": [0, 1],
            "preferences": [[[0, "N"], [1, "N"], [2, "N"]], [[1, "Y"]], [[2, "N"]], [[0, "N"]]],
        },
        {
            "name": "Iraq",
            "options": [2],
            "preferences": [
                [[0, "Y"], [1, "N"], [2, "N"]],
                [[0, "N"], [1, "N"], [2, "Y"]],
                [[0, "N"], [1, "Y"], [2, "Y"]],
                [[0, "N"], [1, "N"], [2, "N"]],
                [[0, "Y"], [1, "N"], [2, "Y"]],
            ],
        },
    ],
    "coalitions": [0, 1],
}


def test_statements_arrive() -> None:
    conflict = imported(json.dumps(SYRIA_IRAQ)).conflict
    assert [option.id for option in conflict.options] == ["release_water", "escalate", "attack"]
    stability = solve(conflict)
    assert stability.equilibria("gmr") == (1, 6)
    assert stability.equilibria("seq") == (6,)


@pytest.mark.parametrize(
    ("switch", "key"),
    [("useManualPreferenceRanking", "preferenceRanking"), ("useManualPreferenceVectors", "preferenceVector")],
)
def test_rankings_arrive_from_newer_and_older_files(switch: str, key: str) -> None:
    content = {name: value for name, value in SYRIA_IRAQ.items() if not name.startswith("useManual")}
    content[switch] = True
    rankings = [[1, 3, 6, 2, 4, 5], [2, 4, [6, 1], 5, 3]]
    content["decisionMakers"] = [
        {**maker, key: ranking} for maker, ranking in zip(SYRIA_IRAQ["decisionMakers"], rankings, strict=True)
    ]
    conflict = imported(json.dumps(content)).conflict
    assert conflict.decision_maker("Syria").preference == Ranking(
        tuple((text,) for text in ("NNN", "NYN", "NYY", "YNN", "NNY", "YNY"))
    )
    assert conflict.decision_maker("Iraq").preference == Ranking(
        (("YNN",), ("NNY",), ("NYY", "NNN"), ("YNY",), ("NYN",))
    )


def test_options_that_are_not_in_the_order_of_their_owners() -> None:
    """The other tool counts options over the whole list; our file lists them by owner. Rankings follow."""
    content = {
        "useManualPreferenceRanking": True,
        "infeasibles": [],
        "options": [{"name": "x", "permittedDirection": "fwd"}, {"name": "y", "permittedDirection": "back"}],
        "decisionMakers": [
            {"name": "B", "options": [1], "preferences": [], "preferenceRanking": [2, 1, 3, 4]},
            {"name": "A", "options": [0], "preferences": [], "preferenceRanking": [[1, 2, 3, 4]]},
        ],
    }
    conflict = imported(json.dumps(content)).conflict
    assert [(option.id, option.one_way) for option in conflict.options] == [("y", "off"), ("x", "on")]
    assert conflict.decision_maker("B").preference == Ranking((("NY",), ("NN",), ("YN",), ("YY",)))


def test_either_or_conditions_and_equal_names() -> None:
    content = {
        "infeasibles": [{"compound": True, "members": [[[0, "Y"]], [[1, "Y"]]]}],
        "options": [{"name": "Go!"}, {"name": "go"}],
        "decisionMakers": [{"name": "A", "options": [0, 1], "preferences": []}],
    }
    conflict = imported(json.dumps(content)).conflict
    assert [option.id for option in conflict.options] == ["go", "go_2"]
    assert [str(rule) for rule in conflict.infeasible] == ["go or go_2"]
    assert conflict.decision_maker("A").preference == Statements(())


def test_misperceptions_are_named_as_left_out() -> None:
    content = json.loads(json.dumps(SYRIA_IRAQ))
    content["decisionMakers"][0]["misperceptions"] = [[[0, "Y"]]]
    notes = imported(json.dumps(content)).notes
    assert len(notes) == 1
    assert notes[0].startswith("Syria: misperceptions")


def test_coalitions_are_named_as_left_aside() -> None:
    notes = imported(json.dumps({**SYRIA_IRAQ, "coalitions": [[0, 1]]})).notes
    assert [note.partition(";")[0] for note in notes] == ["the coalitions of the file are left aside"]


def _places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value inside a value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield (*path, key)
        yield from _places(each, (*path, key))


@pytest.mark.parametrize("odd", [None, 1, -1, 0.5, "x", True, [], {}, [None], [[1]], {"members": None}, "gone"])
def test_a_value_of_another_kind_anywhere_is_refused_or_read(odd: object) -> None:
    whole = {**SYRIA_IRAQ, "coalitions": [[0, 1]]}
    for path in _places(whole):
        content = json.loads(json.dumps(whole))
        inner = content
        for key in path[:-1]:
            inner = inner[key]
        if odd == "gone":
            del inner[path[-1]]
        else:
            inner[path[-1]] = odd
        with suppress(ModelError):
            imported(json.dumps(content))


def test_a_file_becomes_our_toml_and_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "syria.gmcr"
    path.write_text(json.dumps(SYRIA_IRAQ), encoding="utf-8")
    conflict = read_gmcr(path).conflict
    assert conflict.title == "syria"
    assert conflict_from(as_toml(conflict)) == conflict
