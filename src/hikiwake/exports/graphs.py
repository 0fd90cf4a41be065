"""Graphs of a dossier for network programs: GraphML, and GEXF with the time spans of the links.

Drivers: variables, and an arrow for each argument that one of them moves another. Actors: who acted towards whom, an
arrow for each event from each source to each target; a mutual act has arrows both ways.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from hikiwake.documents import Library
from hikiwake.dossier import Dossier, Event

if TYPE_CHECKING:
    import networkx as nx

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def graphml(dossier: Dossier, _: Library | None = None) -> Iterator[tuple[str, bytes]]:
    """Both graphs as GraphML."""
    yield from ((f"{name}.graphml", graphml_text(graph).encode("utf-8")) for name, graph in graphs(dossier).items())


def gexf(dossier: Dossier, _: Library | None = None) -> Iterator[tuple[str, bytes]]:
    """Both graphs as GEXF."""
    yield from ((f"{name}.gexf", gexf_text(graph).encode("utf-8")) for name, graph in graphs(dossier).items())


def graphs(dossier: Dossier) -> dict[str, nx.MultiDiGraph[str]]:
    """What drives what, and who acted towards whom."""
    return {"drivers": drivers_graph(dossier), "actors": actors_graph(dossier)}


def links(dossier: Dossier) -> tuple[tuple[str, int], ...]:
    """How many links each of the graphs has."""
    return tuple((f"links between {name}", graph.number_of_edges()) for name, graph in graphs(dossier).items())


def drivers_graph(dossier: Dossier) -> nx.MultiDiGraph[str]:
    """Variables and the arguments that join them, with sign, mechanism, holder and documents."""
    import networkx as nx

    titles = {variable.id: variable.title for variable in dossier.case.variables}
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for driver in dossier.drivers:
        for variable in (driver.cause, driver.effect):
            graph.add_node(_xml(variable), label=_xml(titles.get(variable, variable)))
        told = {name: getattr(driver, name) for name in ("sign", "mechanism", "holder", "summary")}
        told["documents"] = "; ".join(dossier.documents_of(driver))
        graph.add_edge(_xml(driver.cause), _xml(driver.effect), key=_xml(driver.id), **_clean(told))
    return graph


def actors_graph(dossier: Dossier) -> nx.MultiDiGraph[str]:
    """Actors and what they did towards each other, with type, summary, and the first and the last day."""
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(mode="dynamic")
    for event in dossier.events:
        for source in event.sources:
            for target in event.targets:
                if source != target:
                    _join(graph, dossier, event, (source, target))
    return graph


def _join(graph: nx.MultiDiGraph[str], dossier: Dossier, event: Event, ends: tuple[str, str]) -> None:
    for id_ in ends:
        actor = dossier.actor[id_]
        graph.add_node(_xml(id_), label=_xml(actor.name()), kind=actor.kind, state=_xml(actor.state))
    told = {"event": event.id, "act": event.type, "happened": event.happened, "summary": event.summary}
    told |= {"precision": event.period.precision, "issues": "; ".join(event.issues)}
    told["start"] = event.period.start.isoformat()
    if event.period.end is not None:
        told["end"] = event.period.end.isoformat()
    source, target = ends
    graph.add_edge(_xml(source), _xml(target), key=_xml(f"{event.id}: {source} to {target}"), **_clean(told))


def graphml_text(graph: object) -> str:
    """A graph as GraphML."""
    import networkx as nx

    file = io.BytesIO()
    nx.write_graphml_xml(graph, file, encoding="utf-8", named_key_ids=True, edge_id_from_attribute=None)
    return file.getvalue().decode("utf-8")


def gexf_text(graph: object) -> str:
    """A graph as GEXF 1.2, without the day on which it was written."""
    import networkx as nx

    text = "\n".join(nx.generate_gexf(graph, encoding="utf-8", version="1.2draft"))
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + re.sub(r' lastmodifieddate="[^"]*"', "", text) + "\n"


def _clean(told: Mapping[str, Any]) -> dict[str, str]:
    return {name: _xml(str(value)) for name, value in told.items()}


def _xml(text: str) -> str:
    """A text with a replacement sign for what XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)
