"""The graph of drivers, laid out when the page is made: mostly causes on the left, mostly effects on the right.

Only links that carry weight are drawn (between the variables that most arguments join, argued more than once or with
rival signs); the tables beside it have all. Columns follow how much more often a variable is a cause than an effect;
the order within a column brings neighbours together (barycentres, the usual sweep of layered drawings).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hikiwake.dossier import Driver
from hikiwake.figures.drawing import svg
from hikiwake.figures.marks import sign_class
from hikiwake.wording import figures as wording

if TYPE_CHECKING:
    import networkx as nx

MOST_NODES = 22
COLUMNS = 4
WIDTH, NODE_WIDTH, ROW, BOX = 1120.0, 172.0, 76.0, 38.0
SWEEPS = 12
SIGNS = ("+", "-", "0")


@dataclass(frozen=True, slots=True)
class Argument:
    """An argued cause and effect: the id that it opens, the ids and the titles of both variables, and the sign."""

    id: str
    cause: str
    effect: str
    cause_title: str
    effect_title: str
    sign: str


@dataclass(frozen=True, slots=True)
class _Link:
    """A cause and an effect with all that is argued of them."""

    arguments: tuple[Argument, ...]

    @property
    def signs(self) -> tuple[str, ...]:
        return tuple(sign for sign in SIGNS if any(each.sign == sign for each in self.arguments))

    @property
    def rival(self) -> bool:
        return len(self.signs) > 1


@dataclass(frozen=True, slots=True)
class Node:
    """A variable in the graph: its lines of text and where its box stands."""

    id: str
    title: str
    lines: list[str]
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Edge:
    """A link in the graph, one curve per sign: its path, sign, weight, and the arguments that it opens."""

    path: str
    sign: str
    look: str
    weight: int
    href: str
    title: str
    rival: bool
    label_x: float
    label_y: float


@dataclass(frozen=True, slots=True)
class Graph:
    """The drawing: nodes, edges and its size."""

    nodes: list[Node]
    edges: list[Edge]
    width: float
    height: float
    node_width: float
    node_height: float
    variables: int


def arguments(drivers: Iterable[Driver], titles: dict[str, str]) -> list[Argument]:
    """The drivers of a dossier as arguments; ``titles`` has the titles of the variables by id."""
    title = titles.get
    return [
        Argument(
            each.id, each.cause, each.effect, title(each.cause, each.cause), title(each.effect, each.effect), each.sign
        )
        for each in drivers
    ]


def drivers_graph(argued: Sequence[Argument]) -> str:
    """The graph of the links that carry weight as SVG text; nothing where fewer than two variables are joined.

    >>> drivers_graph([])
    ''
    """
    graph = draw(argued)
    return svg("drivers", graph=graph, label=wording.drivers()) if graph else ""


def left_out(argued: Sequence[Argument]) -> str:
    """What the graph leaves out, in one sentence; nothing where it leaves out nothing or where there is no graph."""
    graph = draw(argued)
    return wording.drawn_of(len(graph.nodes), graph.variables) if graph else ""


def draw(argued: Sequence[Argument]) -> Graph | None:
    """The graph of the links that carry weight, or ``None`` where fewer than two variables are joined."""
    whole = _whole(argued)
    core = _core(whole)
    if core.number_of_nodes() < 2:
        return None
    columns = _columns(core)
    places = _places(columns, max(len(column) for column in columns))
    titles = {id_: title for each in argued for id_, title in _titles(each)}
    nodes = [Node(id_, titles[id_], wrapped(titles[id_]), x, y) for id_, (x, y) in places.items()]
    edges = [edge for source, target, each in core.edges(data=True) for edge in _edges(places, source, target, each)]
    ordered = sorted(edges, key=lambda edge: (edge.weight, edge.href))
    height = max(node.y for node in nodes) + BOX + 12
    return Graph(nodes, ordered, WIDTH, height, NODE_WIDTH, BOX, whole.number_of_nodes())


def _titles(argument: Argument) -> tuple[tuple[str, str], tuple[str, str]]:
    return (argument.cause, argument.cause_title), (argument.effect, argument.effect_title)


def _whole(argued: Sequence[Argument]) -> nx.DiGraph[str]:
    """Every variable and every link; what is argued to move itself is left out."""
    import networkx as nx

    pairs: dict[tuple[str, str], list[Argument]] = {}
    for each in argued:
        pairs.setdefault((each.cause, each.effect), []).append(each)
    whole: nx.DiGraph[str] = nx.DiGraph()
    for (cause, effect), told in pairs.items():
        if cause != effect:
            whole.add_edge(cause, effect, link=_Link(tuple(told)), weight=len(told))
    return whole


def _core(whole: nx.DiGraph[str]) -> nx.DiGraph[str]:
    """The variables that most arguments join, with every link among them; those left alone are dropped."""
    weight = dict(whole.degree(weight="weight"))
    chosen = sorted(weight, key=lambda id_: (-weight[id_], id_))[:MOST_NODES]
    core = whole.subgraph(sorted(chosen)).copy()
    if whole.number_of_nodes() > MOST_NODES:
        light = [(a, b) for a, b, each in core.edges(data=True) if each["weight"] < 2 and not each["link"].rival]
        core.remove_edges_from(light)
    core.remove_nodes_from([id_ for id_ in list(core) if core.degree(id_) == 0])
    return core


def _columns(core: nx.DiGraph[str]) -> list[list[str]]:
    """The variables in columns of about equal length, from mostly causes to mostly effects, neighbours close."""

    def balance(id_: str) -> tuple[float, str]:
        causes, effects = core.out_degree(id_, weight="weight"), core.in_degree(id_, weight="weight")
        return (effects - causes) / (effects + causes), id_

    ordered = sorted(core, key=balance)
    count = min(COLUMNS, len(ordered))
    size, extra = divmod(len(ordered), count)
    columns, start = [], 0
    for index in range(count):
        end = start + size + (index < extra)
        columns.append(ordered[start:end])
        start = end
    for _ in range(SWEEPS):
        columns = _swept(core, columns)
    return columns


def _swept(core: nx.DiGraph[str], columns: list[list[str]]) -> list[list[str]]:
    place = {id_: (index + 0.5) / len(column) for column in columns for index, id_ in enumerate(column)}

    def barycentre(id_: str) -> tuple[float, str]:
        near = [place[other] for other in (*core.predecessors(id_), *core.successors(id_))]
        return sum(near) / len(near), id_

    return [sorted(column, key=barycentre) for column in columns]


def _places(columns: list[list[str]], rows: int) -> dict[str, tuple[float, float]]:
    """Columns from left to right, every second one half a row lower, so that long links pass between the boxes."""
    step = (WIDTH - NODE_WIDTH) / max(len(columns) - 1, 1)
    return {
        id_: (round(index * step, 1), round(8 + (place + (rows - len(column)) / 2 + index % 2 / 2) * ROW, 1))
        for index, column in enumerate(columns)
        for place, id_ in enumerate(column)
    }


def _edges(places: dict[str, tuple[float, float]], source: str, target: str, each: dict[str, _Link]) -> Iterable[Edge]:
    """One curve for every sign that is argued, side by side where they are rivals."""
    link = each["link"]
    half = BOX / 2
    (x1, y1), (x2, y2) = places[source], places[target]
    for index, sign in enumerate(link.signs):
        shift = (index - (len(link.signs) - 1) / 2) * 9
        told = [argument for argument in link.arguments if argument.sign == sign]
        start, end, bend = _ends(x1, x2)
        a, b = y1 + half + shift, y2 + half + shift
        path = f"M{start:.1f} {a:.1f}C{start + bend[0]:.1f} {a:.1f} {end + bend[1]:.1f} {b:.1f} {end:.1f} {b:.1f}"
        title = f"{told[0].cause_title} → {told[0].effect_title}"
        middle = ((start + end) / 2 + (bend[0] + bend[1]) * 0.375, (a + b) / 2)
        x, y = round(middle[0], 1), round(middle[1], 1)
        yield Edge(path, sign, sign_class(sign), len(told), told[0].id, title, link.rival, x, y)


def _ends(x1: float, x2: float) -> tuple[float, float, tuple[float, float]]:
    """Where a curve leaves one box and meets the other, and how far it bends out at either end."""
    if x2 > x1:
        reach = (x2 - x1 - NODE_WIDTH) * 0.5
        return x1 + NODE_WIDTH, x2, (reach, -reach)
    if x2 < x1:
        return x1, x2 + NODE_WIDTH, (-60.0, 60.0)
    return x1 + NODE_WIDTH, x2 + NODE_WIDTH, (46.0, 46.0)


def wrapped(title: str, length: int = 24) -> list[str]:
    """A title in at most two lines of about equal length.

    >>> wrapped("Fear of bases of an ally")
    ['Fear of bases of an ally']
    >>> wrapped("Readiness of the public to compromise")
    ['Readiness of the', 'public to compromise']
    """
    if len(title) <= length or " " not in title:
        return [title]
    spaces = [index for index, letter in enumerate(title) if letter == " "]
    cut = min(spaces, key=lambda index: abs(index - len(title) / 2))
    return [title[:cut], title[cut + 1 :]]
