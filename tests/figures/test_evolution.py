"""The drawing of an evolution: well formed, every state and mover once, what does not fit is said."""

from __future__ import annotations

from xml.etree import ElementTree

from hikiwake.conflict import evolve, solve
from hikiwake.figures.evolution import MOST_STATES, evolution_figure
from tests.published.shared import example

SVG = "{http://www.w3.org/2000/svg}"


def test_elmira_is_drawn_with_its_jump() -> None:
    table = evolve(solve(example("elmira")), by="improvements", concept="nash")
    text = evolution_figure(table.as_nodes(), table.as_edges(), "Elmira <1989>")
    root = ElementTree.fromstring(text)
    assert root.findtext(f"{SVG}title") == "Elmira <1989>"
    assert len(root.findall(f"{SVG}g")) == 3
    assert [path.get("class") for path in root.findall(f"{SVG}path")] == ["move", "move joint jump"]
    assert "Local government" in text and "Ministry and Firm" in text
    assert text == evolution_figure(table.as_nodes(), table.as_edges(), "Elmira <1989>")


def test_two_who_can_make_one_move_share_an_arrow() -> None:
    states: list[dict[str, object]] = [
        {"number": n, "state": "NY"[n - 1], "step": n - 1, "equilibrium": []} for n in (1, 2)
    ]
    edges = [{"members": [name], "from": 1, "to": 2, "step": 1, "jump": False} for name in ("A", "B")]
    root = ElementTree.fromstring(evolution_figure(states, edges, "Two"))
    assert len(root.findall(f"{SVG}path")) == 1
    assert "A or B" in [each.text for each in root.findall(f"{SVG}text")]


def test_what_does_not_fit_is_said() -> None:
    states = [{"number": n, "state": "N", "step": 0, "equilibrium": []} for n in range(1, MOST_STATES + 8)]
    assert "7 more states are reached and not drawn" in evolution_figure(states, [], "Many")


def test_characters_that_xml_cannot_hold_are_replaced() -> None:
    drawn = evolution_figure([{"number": 1, "state": "N", "step": 0, "equilibrium": []}], [], "bell \x07 half \ud800")
    assert ElementTree.fromstring(drawn.encode("utf-8")) is not None
