"""What every stability concept owes: a new concept is one line in the table."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import get_args

import numpy as np
import pytest
from typer.testing import CliRunner

from hikiwake.cli import app
from hikiwake.cli.graph_model.solving import ConceptName
from hikiwake.cli.models import FindingConcept
from hikiwake.conflict import CONCEPTS, Concept, Stability, solve, why
from hikiwake.conflict.concepts.definitions import CLASSIC, DEFINITIONS, Classic
from hikiwake.conflict.concepts.solvers import ByArcs, ByCells, array_kernel, compiled_kernel, tables_by
from hikiwake.conflict.solving.stable_at import StableAt
from hikiwake.conflict.solving.steps import Steps
from hikiwake.wording.moves import NAMES
from tests.agreement.engine import conflict_of
from tests.agreement.models import draw
from tests.agreement.plain import PlainModel
from tests.published.shared import EXAMPLES

WITHIN: dict[Concept, tuple[Concept, ...]] = {  # what is stable by the first is stable by each of the others
    "nash": ("gmr", "smr", "seq", "sim", "sseq"),
    "gmr": (),
    "smr": ("gmr",),
    "seq": ("gmr",),
    "sim": (),
    "sseq": ("gmr", "smr", "seq"),
}
MANUAL = Path(__file__).resolve().parents[2] / "docs" / "manual" / "graph-model.md"
every_concept = pytest.mark.parametrize("concept", WITHIN)


@pytest.fixture(scope="module")
def solved() -> list[tuple[PlainModel, Stability]]:
    """Random conflicts with every feature, in plain form and solved by the engine."""
    rng = random.Random(2010)
    models = [draw(rng) for _ in range(24)]
    return [(model, solve(conflict_of(model), CONCEPTS)) for model in models]


ONE_MORE = """
import sys
from hikiwake.conflict.concepts import definitions
definitions.DEFINITIONS["again"] = definitions.DEFINITIONS["smr"]
definitions.CONCEPTS = tuple(definitions.DEFINITIONS)
from hikiwake.cli import main
main()
"""


def test_the_table_has_every_concept() -> None:
    assert tuple(WITHIN) == CONCEPTS == get_args(Concept) == tuple(DEFINITIONS)
    assert [NAMES[concept] for concept in CONCEPTS] == ["Nash", "GMR", "SMR", "SEQ", "SIM", "SSEQ"]
    assert set(get_args(Classic)) == set(CLASSIC) < set(CONCEPTS)


def test_the_command_line_has_the_concepts_of_the_table() -> None:
    assert [one.value for one in ConceptName] == list(CONCEPTS)
    assert [one.value for one in FindingConcept] == list(CLASSIC)


def told(*words: str) -> str:
    """What the command line prints in a new Python in which the table has a line more."""
    command = [sys.executable, "-c", ONE_MORE, *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_one_line_more_is_a_concept_more_everywhere() -> None:
    path = str(EXAMPLES / "elmira.toml")
    answer = json.loads(told("solve", path, "--concept", "again", "--concept", "smr", "--json"))
    assert answer["equilibria"]["again"] == answer["equilibria"]["smr"] != []
    assert "AGAIN stable for" in told("why", path, "5", "--concept", "again")
    robust = json.loads(told("robust", path, "--concept", "again", "--draws", "2", "--orders", "2", "--json"))
    assert list(robust["shares"]) == ["again"]
    for command in (("levers", path, "1", "--most", "1"), ("evolve", path)):
        assert told(*command, "--concept", "again")


@every_concept
def test_what_is_stable_by_it_is_stable_by_the_wider_ones(
    concept: Concept, solved: list[tuple[PlainModel, Stability]]
) -> None:
    for model, stability in solved:
        for wider in WITHIN[concept]:
            assert not (stability.table(concept) & ~stability.table(wider)).any(), (wider, model)


@every_concept
def test_no_other_concept_is_always_wider(concept: Concept, solved: list[tuple[PlainModel, Stability]]) -> None:
    """The table is complete: where it says nothing, some conflict has a state that shows it."""
    for other in set(CONCEPTS) - set(WITHIN[concept]) - {concept}:
        assert any((stability.table(concept) & ~stability.table(other)).any() for _, stability in solved), other


@every_concept
def test_all_ways_to_solve_it_are_the_definition(concept: Concept, solved: list[tuple[PlainModel, Stability]]) -> None:
    transitive = 0
    for model, stability in solved:
        plain = np.array([[model.stable(concept, i, s) for s in model.states] for i in model.decision_makers])
        moves, ranks = stability.moves, stability.ranks
        steps = Steps.of(stability.conflict)
        at_one = [[StableAt(steps, state, concept).stable(i, list(ranks)) for state in range(len(model.states))]
                  for i in model.decision_makers]  # fmt: skip
        assert np.array_equal(stability.table(concept), plain), model
        assert np.array_equal(at_one, plain), model
        assert np.array_equal(tables_by(ByArcs(moves, ranks), ranks.shape, (concept,))[concept], plain), model
        if moves.transitive:
            transitive += 1
            by_arrays = tables_by(ByCells(moves, ranks, array_kernel()), ranks.shape, (concept,))
            assert np.array_equal(by_arrays[concept], plain), model
    assert transitive > 3


@every_concept
def test_compiled_it_is_the_same(concept: Concept, solved: list[tuple[PlainModel, Stability]]) -> None:
    pytest.importorskip("numba", reason="the compiled kernel needs the extra [fast]")
    for model, stability in solved:
        if stability.moves.transitive:
            solver = ByCells(stability.moves, stability.ranks, compiled_kernel())
            tables = tables_by(solver, stability.ranks.shape, (concept,))
            assert np.array_equal(tables[concept], stability.table(concept)), model


@every_concept
def test_why_agrees_with_the_table_and_names_it(concept: Concept, solved: list[tuple[PlainModel, Stability]]) -> None:
    for model, stability in solved[:8]:
        for number in range(1, len(model.states) + 1):
            answer = why(stability.conflict, number, concept)
            assert [reason.stable for reason in answer.reasons] == stability.table(concept)[:, number - 1].tolist()
            for name, first in zip(stability.conflict.names, answer.reasons, strict=True):
                verdict = f"is {'' if first.stable else 'not '}{NAMES[concept]} stable for {name}."
                assert any(sentence.endswith(verdict) for sentence in answer.sentences)


@every_concept
def test_the_command_solves_it_alone(concept: Concept) -> None:
    path = EXAMPLES / "elmira.toml"
    done = CliRunner().invoke(app, ["solve", str(path), "--concept", concept, "--json"], catch_exceptions=False)
    answer = json.loads(done.stdout)
    assert list(answer["equilibria"]) == list(answer["stability"]) == [concept]


@every_concept
def test_the_manual_defines_it(concept: Concept) -> None:
    assert f"\n| {NAMES[concept]} | " in MANUAL.read_text(encoding="utf-8")
