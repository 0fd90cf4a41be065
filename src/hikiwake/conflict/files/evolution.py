"""The evolution graph for other programs."""

from __future__ import annotations

from hikiwake.conflict.solving.evolving import EvolutionTable


def evolution_graphml(table: EvolutionTable) -> str:
    """The evolution graph as GraphML: a node for each state that is reached, an edge for each step and joint move.

    Node attributes: state, step, equilibrium (concepts, separated by blanks). Edge attributes: members (names,
    separated by semicolons), kind (move, joint move, equilibrium jump), and for a single move its step.
    """
    import networkx

    graph: networkx.MultiDiGraph[int] = networkx.MultiDiGraph(title=table.stability.conflict.title, by=table.by)
    for row in table.as_nodes():
        graph.add_node(row["number"], state=row["state"], step=row["step"], equilibrium=" ".join(row["equilibrium"]))
    for edge in table.as_edges():
        kind = "move" if edge["step"] else "equilibrium jump" if edge["jump"] else "joint move"
        step = {"step": edge["step"]} if edge["step"] else {}
        graph.add_edge(edge["from"], edge["to"], members=";".join(edge["members"]), kind=kind, **step)
    return "\n".join(networkx.generate_graphml(graph)) + "\n"
