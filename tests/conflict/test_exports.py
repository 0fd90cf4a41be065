"""What the exports contain, read back with other means than they were written."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable

import networkx
import pytest

from hikiwake.conflict import Conflict, DecisionMaker, Option, parse, solve
from hikiwake.conflict.files.exports import as_csv, as_gexf, as_graphml, as_latex, as_markdown
from tests.published.shared import EXAMPLES, example

NAMES = sorted(path.stem for path in EXAMPLES.glob("*.toml"))


@pytest.mark.parametrize("name", NAMES)
def test_csv_has_the_states_and_the_stability(name: str) -> None:
    conflict = example(name)
    stability = solve(conflict)
    rows = list(csv.DictReader(io.StringIO(as_csv(conflict))))
    assert [row["state"] for row in rows] == list(stability.states.texts)
    for concept in stability.concepts:
        assert [int(row["number"]) for row in rows if row[concept] == "1"] == list(stability.equilibria(concept))
        for who in conflict.names:
            held = [int(row["number"]) for row in rows if row[f"{concept} {who}"] == "1"]
            assert held == list(stability.stable(concept, who))


def test_csv_cannot_attack_a_spreadsheet() -> None:
    conflict = Conflict((DecisionMaker("=1+1", (Option("a"),)),))
    head = next(csv.reader(io.StringIO(as_csv(conflict))))
    assert not any(cell.startswith(("=", "+", "@")) for cell in head)


def test_csv_keeps_the_dashes_of_coalesced_states() -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(example("elmira")))))
    assert rows[4]["state"] == "-NNY-"


@pytest.mark.parametrize("name", NAMES)
def test_graphs_have_every_move_and_nothing_else(name: str) -> None:
    conflict = example(name)
    stability = solve(conflict)
    expected = {
        (str(state + 1), str(target + 1), who, bool(stability.ranks[maker, target] > stability.ranks[maker, state]))
        for maker, who in enumerate(conflict.names)
        for state in range(len(stability.states))
        for target in stability.moves.targets(maker, state).tolist()
    }
    for graph in (
        networkx.parse_graphml(as_graphml(conflict), force_multigraph=True),
        networkx.read_gexf(io.BytesIO(as_gexf(conflict).encode())),
    ):
        found = {
            (source, end, edge["decision_maker"], edge["improvement"]) for source, end, edge in graph.edges(data=True)
        }
        assert found == expected
        assert graph.number_of_edges() == len(expected)
        assert [node["state"] for _, node in graph.nodes(data=True)] == list(stability.states.texts)


def test_graphs_do_not_carry_the_date() -> None:
    assert "lastmodified" not in as_gexf(example("elmira"))


def test_markdown_and_latex_have_the_option_form() -> None:
    conflict = example("elmira")
    lines = as_markdown(conflict).splitlines()
    assert len(lines) == 2 + len(conflict.options) + 1
    assert lines[2].split("|")[1:3] == [" Ministry ", " Modify the control order "]
    assert all(line.count("|") == lines[0].count("|") for line in lines)
    latex = as_latex(conflict)
    assert latex.count(r"\\") == 1 + len(conflict.options) + 1
    assert "$-$" in latex


def test_special_signs_are_escaped() -> None:
    conflict = Conflict((DecisionMaker("A_B | 50%", (Option("a", "x & y"),)),), infeasible=(parse("a and not a"),))
    assert r"A\_B \| 50%" in as_markdown(conflict)
    assert r"A\_B | 50\% & x \& y" in as_latex(conflict)


@pytest.mark.parametrize("write", [as_markdown, as_latex])
def test_a_decision_maker_without_options_has_a_row(write: Callable[[Conflict], str]) -> None:
    idle = Conflict((DecisionMaker("Onlooker", ()), DecisionMaker("B", (Option("b"),)), DecisionMaker("Last", ())))
    rows = write(idle).splitlines()
    cells = [[cell.strip(" \\") for cell in re.split(r"[|&]", row.strip("|"))] for row in rows]
    named = [row[0] for row in cells if row[0] and len(row) == 4 and not set(row[0]) <= set("-")]
    assert named == ["Onlooker", "B", "Last"]
    assert [row[1:] for row in cells if row[0] == "Onlooker"] == [["", "", ""]]
