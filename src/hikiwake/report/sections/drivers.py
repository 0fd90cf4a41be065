"""What drives what: every argued cause and effect with the sign that each document gives it, as a table and a graph."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from hikiwake.dossier import Driver
from hikiwake.figures.drivers import arguments, drivers_graph, left_out
from hikiwake.report.grounds import Citation, Grounds
from hikiwake.wording import leads


@dataclass(frozen=True, slots=True)
class Row:
    """One argument: the driver in words, with its citations."""

    driver: Driver
    cause: str
    effect: str
    mechanism: str
    cited: list[Citation]
    doubts: list[str]


@dataclass(frozen=True)
class Link:
    """A cause and an effect: the arguments of each document, and whether their signs differ."""

    cause: str
    effect: str
    title: str
    rows: list[Row]
    by_document: list[list[Row]]

    @cached_property
    def signs(self) -> tuple[str, ...]:
        """The signs that are argued, each once."""
        argued = {row.driver.sign for row in self.rows}
        return tuple(sign for sign in ("+", "-", "0") if sign in argued)

    @property
    def rival(self) -> bool:
        """Whether two arguments give it different signs."""
        return len(self.signs) > 1

    @property
    def documents(self) -> int:
        """How many documents argue it."""
        return sum(1 for rows in self.by_document if rows)


@dataclass(frozen=True, slots=True)
class Context:
    """What the template of the drivers shows."""

    rivals: list[Link]
    """The links with rival signs, those that most documents argue first."""
    order: list[int]
    """The documents in order of writing, as indices."""
    lead: str
    """How many links are argued, on how many with rival signs, and what the signs say."""
    labels: list[str]
    """The short names of the documents."""
    graph: str
    """The graph as SVG text; nothing where too little is joined."""
    drawn: str
    """What the graph leaves out; nothing where it leaves out nothing."""


def context(grounds: Grounds) -> Context | None:
    """What the section of drivers shows, or ``None`` for a case without any."""
    dossier = grounds.dossier
    if not dossier.drivers:
        return None
    links = _links(grounds)
    argued = arguments(dossier.drivers, grounds.names.variables)
    return Context(
        rivals=sorted((each for each in links if each.rival), key=lambda link: (-link.documents, link.rows[0].effect)),
        order=sorted(range(len(grounds.labels)), key=lambda index: dossier.documents[index].written.last),
        lead=leads.drivers(len(links), sum(each.rival for each in links)),
        labels=grounds.labels,
        graph=drivers_graph(argued),
        drawn=left_out(argued),
    )


def _links(grounds: Grounds) -> list[Link]:
    pairs: dict[tuple[str, str], list[Row]] = {}
    for driver in grounds.dossier.drivers:
        pairs.setdefault((driver.cause, driver.effect), []).append(_row(grounds, driver))
    return [_link(grounds, cause, effect, rows) for (cause, effect), rows in pairs.items()]


def _link(grounds: Grounds, cause: str, effect: str, rows: list[Row]) -> Link:
    count = len(grounds.dossier.documents)
    by_document: list[list[Row]] = [[] for _ in range(count)]
    for row in rows:
        if row.cited:
            by_document[row.cited[0].document].append(row)
    return Link(cause, effect, grounds.names.variables.get(cause, cause), rows, by_document)


def _row(grounds: Grounds, driver: Driver) -> Row:
    variables = grounds.names.variables
    return Row(
        driver=driver,
        cause=variables.get(driver.cause, driver.cause),
        effect=variables.get(driver.effect, driver.effect),
        mechanism=grounds.names.term(driver.mechanism) if driver.mechanism else "",
        cited=grounds.cite(driver),
        doubts=grounds.doubtful.get(driver.id, []),
    )
