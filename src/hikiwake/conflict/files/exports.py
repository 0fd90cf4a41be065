"""A conflict and its answers for other programs: tables, graphs, and the option form for a paper.

Every function returns the text of a file. The same conflict gives the same text, byte for byte.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from hikiwake.conflict.concepts.solvers import stable_tables
from hikiwake.conflict.model.conflict import Conflict
from hikiwake.conflict.model.moves import moves_of
from hikiwake.conflict.model.preferences import ranks_of
from hikiwake.conflict.model.states import States, states_of

if TYPE_CHECKING:
    import networkx

_FORMULA = re.compile(r"^'*[=+\-@\t\r]")


def as_csv(conflict: Conflict) -> str:
    """States and stability, one line per state.

    Columns: number, code, state; each option (Y, N, or - in a coalesced state); ``rank NAME`` (1 is the worst);
    ``CONCEPT NAME`` (1 stable, 0 not) and ``CONCEPT`` (1 an equilibrium). A cell that a spreadsheet would take for a
    formula has an apostrophe before it; one that begins with apostrophes and then so has one more.

    >>> from hikiwake.conflict.model.conflict import DecisionMaker, Option
    >>> print(as_csv(Conflict((DecisionMaker("A", (Option("a"),)),))).splitlines()[1][:13])
    1,0,N,N,1,1,1
    """
    states = states_of(conflict)
    ranks = ranks_of(conflict, states)
    tables = stable_tables(moves_of(conflict, states), ranks)
    head = ["number", "code", "state", *states.options, *(f"rank {name}" for name in conflict.names)]
    head += [title for concept in tables for title in (*(f"{concept} {name}" for name in conflict.names), concept)]
    stable = np.concatenate([np.vstack((tables[one], tables[one].all(axis=0))) for one in tables]).astype(int)
    lines = [
        [str(state + 1), str(states.codes[state]), states.text(state), *states.text(state)]
        + [str(number) for number in (*ranks[:, state].tolist(), *stable[:, state].tolist())]
        for state in range(len(states))
    ]
    return _csv([head, *lines])


def _csv(lines: Sequence[Sequence[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([[_plain(cell) for cell in line] for line in lines])
    return out.getvalue()


def _plain(cell: str) -> str:
    """A cell no spreadsheet takes for a formula; patterns of Y, N and - are none."""
    return f"'{cell}" if _FORMULA.match(cell) and set(cell) - set("YN-") else cell


def move_graph(conflict: Conflict) -> networkx.MultiDiGraph[int]:
    """The graph of the moves: states as nodes, one edge for each move of each decision maker.

    Node attributes: state, code, ``rank NAME``, ``equilibrium`` (concepts, separated by blanks). Edge attributes:
    decision_maker, improvement (whether the one who moves prefers where it leads).
    """
    import networkx

    states = states_of(conflict)
    ranks, moves = ranks_of(conflict, states), moves_of(conflict, states)
    tables = stable_tables(moves, ranks)
    graph: networkx.MultiDiGraph[int] = networkx.MultiDiGraph(title=conflict.title)
    for state in range(len(states)):
        held = [concept for concept in tables if tables[concept][:, state].all()]
        own = {f"rank {name}": int(ranks[maker, state]) for maker, name in enumerate(conflict.names)}
        graph.add_node(state + 1, state=states.text(state), code=int(states.codes[state]),
                       equilibrium=" ".join(held), **own)  # fmt: skip
    for maker, name in enumerate(conflict.names):
        for state in range(len(states)):
            for target in moves.targets(maker, state).tolist():
                better = bool(ranks[maker, target] > ranks[maker, state])
                graph.add_edge(state + 1, target + 1, decision_maker=name, improvement=better)
    return graph


def as_graphml(conflict: Conflict) -> str:
    """The move graph as GraphML."""
    import networkx

    return "\n".join(networkx.generate_graphml(move_graph(conflict))) + "\n"


def as_gexf(conflict: Conflict) -> str:
    """The move graph as GEXF, without the date of writing."""
    import networkx

    text = "\n".join(networkx.generate_gexf(move_graph(conflict))) + "\n"
    return re.sub(r' lastmodifieddate="[^"]*"', "", text)


def as_markdown(conflict: Conflict) -> str:
    """The option form as a Markdown table: options down, states across.

    >>> from hikiwake.conflict.model.conflict import DecisionMaker, Option
    >>> print(as_markdown(Conflict((DecisionMaker("A", (Option("a", "Go on"),)),))))
    | | | 1 | 2 |
    | --- | --- | --- | --- |
    | A | Go on | N | Y |
    | | code | 0 | 1 |
    <BLANKLINE>
    """
    head, *rows = _option_form(conflict)
    lines = [head, ["---"] * len(head), *rows]
    return "".join("|" + "|".join(f" {_marked(cell)} " if cell else " " for cell in line) + "|\n" for line in lines)


def as_latex(conflict: Conflict) -> str:
    r"""The option form as a LaTeX tabular: options down, states across.

    >>> from hikiwake.conflict.model.conflict import DecisionMaker, Option
    >>> print(as_latex(Conflict((DecisionMaker("A & B", (Option("a", "Go on"),)),))))
    \begin{tabular}{llcc}
    \hline
     &  & 1 & 2 \\
    \hline
    A \& B & Go on & N & Y \\
    \hline
     & code & 0 & 1 \\
    \hline
    \end{tabular}
    <BLANKLINE>
    """
    head, *rows = _option_form(conflict)
    lines = [f"\\begin{{tabular}}{{ll{'c' * (len(head) - 2)}}}", "\\hline", _latex_row(head), "\\hline"]
    lines += [
        line for row in rows[:-1] for line in (["\\hline"] if row[0] and row is not rows[0] else []) + [_latex_row(row)]
    ]
    return "\n".join([*lines, "\\hline", _latex_row(rows[-1]), "\\hline", "\\end{tabular}"]) + "\n"


def _option_form(conflict: Conflict) -> list[list[str]]:
    """Rows of the option form: decision maker (once), option, then a sign per state; last the codes.

    A decision maker without options has a row of its own, without signs.
    """
    states: States = states_of(conflict)
    rows = [["", "", *(str(state + 1) for state in range(len(states)))]]
    place = 0
    for maker in conflict.decision_makers:
        for number, option in enumerate(maker.options):
            signs = [states.text(state)[place] for state in range(len(states))]
            rows.append([maker.name if number == 0 else "", option.title or option.id, *signs])
            place += 1
        if not maker.options:
            rows.append([maker.name, "", *("" for _ in states.codes)])
    return [*rows, ["", "code", *(str(code) for code in states.codes.tolist())]]


def _marked(text: str) -> str:
    return re.sub(r"([\\|`*_<>\[\]])", r"\\\1", text.replace("\n", " ")) if text != "---" else text


def _latex_row(cells: Sequence[str]) -> str:
    return " & ".join("$-$" if cell == "-" else _latex(cell) for cell in cells) + r" \\"


def _latex(text: str) -> str:
    special = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    special |= {sign: f"\\{sign}" for sign in "&%$#_{}"}
    return "".join(special.get(sign, sign) for sign in text)
