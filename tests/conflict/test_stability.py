"""The result object: names, numbers, JSON, HTML, refusals; and SIM by hand."""

from __future__ import annotations

import json

import pytest

from hikiwake.conflict.model.conflict import Conflict, DecisionMaker, Option, Ranking
from hikiwake.conflict.solving.stability import solve
from hikiwake.errors import ModelError
from tests.conflict.build import prisoners, wants


def test_prisoners() -> None:
    stability = solve(prisoners())
    assert {concept: stability.equilibria(concept) for concept in stability.concepts} == {
        "nash": (1,),
        "gmr": (1, 4),
        "smr": (1, 4),
        "seq": (1, 4),
        "sim": (1, 4),
        "sseq": (1, 4),
    }
    assert stability.stable("nash", "Row") == (1, 3)
    assert stability.is_equilibrium("seq", "YY") and not stability.is_equilibrium("seq", 2)
    assert stability.exact and stability.method == "cells, arrays"


def test_the_object_for_json() -> None:
    found = json.loads(json.dumps(solve(prisoners()).as_object()))
    assert found["options"] == ["quiet_1", "quiet_2"]
    assert found["states"][2].items() >= {"number": 3, "code": 2, "state": "NY", "equilibrium": []}.items()
    assert found["states"][2]["stable_for"]["nash"] == ["Row"]
    assert found["stability"]["nash"] == {"Row": [1, 3], "Column": [1, 2]}
    assert found["equilibria"]["sseq"] == [1, 4]


def test_only_what_was_asked_for() -> None:
    stability = solve(prisoners(), ("nash",))
    assert stability.concepts == ("nash",)
    with pytest.raises(ModelError, match='no concept "seq"'):
        stability.equilibria("seq")
    with pytest.raises(ModelError, match="no decision maker"):
        stability.stable("nash", "Judge")


def test_the_notebook_shows_equilibria_and_escapes_titles() -> None:
    html = solve(Conflict(prisoners().decision_makers, title="<script>"))._repr_html_()
    assert "&lt;script&gt;" in html and "<td>YY</td>" in html


def test_no_equilibrium_is_an_answer() -> None:
    matching = DecisionMaker("Even", (Option("a"),), wants("a iff b"))
    odd = DecisionMaker("Odd", (Option("b"),), wants("not (a iff b)"))
    stability = solve(Conflict((matching, odd)))
    assert stability.equilibria("nash") == ()
    assert stability.equilibria("gmr") == (1, 2, 3, 4)


def test_a_faulty_model_is_refused_with_every_fault() -> None:
    makers = (DecisionMaker("A", (Option("a"),), wants("x")), DecisionMaker("B", (Option("a"),), wants("y")))
    with pytest.raises(ModelError, match="3 faults"):
        solve(Conflict(makers))
    with pytest.raises(ModelError, match="1 of 2 feasible states are not ranked"):
        solve(Conflict((DecisionMaker("A", (Option("a"),), Ranking((("Y",),))),)))


def test_simultaneous_improvements_can_spoil_each_other() -> None:
    """Both dodge to the same side: each alone gains, both at once collide."""
    preference = wants("a and not b or b and not a")
    makers = (DecisionMaker("A", (Option("a"),), preference), DecisionMaker("B", (Option("b"),), preference))
    stability = solve(Conflict(makers))
    assert stability.stable("sim", "A") == (1, 2, 3, 4)
    assert stability.equilibria("nash") == (2, 3)
    infeasible = solve(Conflict(makers, infeasible=(wants("a and b").statements[0].says,)))
    assert infeasible.stable("sim", "A") == (2, 3)
