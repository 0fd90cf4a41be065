"""What drives what: for each effect a table of causes and documents with the signs; the graph where it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from hikiwake.dossier import Driver
from hikiwake.figures.drivers import arguments, drivers_graph, left_out
from hikiwake.figures.marks import sign, sign_class
from hikiwake.report.grounds import Citation, Grounds
from hikiwake.report.sections.tested import Timeline, timeline
from hikiwake.wording import leads

FIRST = 8  # effects whose tables stand open


@dataclass(frozen=True, slots=True)
class Row:
    """One argument: the driver, its effect in words, and its citations."""

    driver: Driver
    effect: str
    cited: list[Citation]

    @property
    def look(self) -> str:
        """The classes of its sign: which it is, and whether it is of what is only expected or meant."""
        return f"{sign_class(self.driver.sign)} {self.driver.kind}".strip()

    @property
    def told(self) -> str:
        """What its sign says by itself."""
        return leads.driver(sign(self.driver.sign), self.driver.summary, self.driver.kind)


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
class Effect:
    """An effect with all that is argued to act on it."""

    title: str
    links: list[Link]

    @property
    def arguments(self) -> int:
        """How many arguments there are."""
        return sum(len(link.rows) for link in self.links)


@dataclass(frozen=True, slots=True)
class Context:
    """What the template of the drivers shows."""

    first: list[Effect]
    """The effects of which most is argued."""
    others: list[Effect]
    """All others, those of which most is argued first."""
    rivals: list[Link]
    """The links with rival signs, those that most documents argue first."""
    order: list[int]
    """The documents in order of writing, as indices."""
    lead: str
    """How many links are argued, on how many with rival signs, and what the signs say."""
    loose: str
    """Of what some arguments are that are not of what is or was: expected, meant; nothing where there are none."""
    labels: list[str]
    """The short names of the documents."""
    graph: str
    """The graph as SVG text; nothing where too little is joined."""
    drawn: str
    """What the graph leaves out; nothing where it leaves out nothing."""
    timeline: Timeline
    """What the timeline says of the arguments."""


def context(grounds: Grounds) -> Context | None:
    """What the section of drivers shows, or ``None`` for a case without any."""
    dossier = grounds.dossier
    if not dossier.drivers:
        return None
    links = _links(grounds)
    effects = _effects(grounds, links)
    argued = arguments(dossier.drivers, grounds.names.variables)
    return Context(
        first=effects[:FIRST],
        others=effects[FIRST:],
        rivals=sorted((each for each in links if each.rival), key=lambda link: (-link.documents, link.rows[0].effect)),
        order=sorted(range(len(grounds.labels)), key=lambda index: dossier.documents[index].written.last),
        lead=leads.drivers(len(links), sum(each.rival for each in links)),
        loose=leads.loose({driver.kind for driver in dossier.drivers if driver.kind}),
        labels=grounds.labels,
        graph=drivers_graph(argued),
        drawn=left_out(argued),
        timeline=timeline(grounds),
    )


def _effects(grounds: Grounds, links: list[Link]) -> list[Effect]:
    groups: dict[str, list[Link]] = {}
    for link in links:
        groups.setdefault(link.effect, []).append(link)
    title = grounds.names.variables.get
    effects = [
        Effect(title(id_, id_), sorted(each, key=lambda link: (-len(link.rows), link.title)))
        for id_, each in groups.items()
    ]
    return sorted(effects, key=lambda effect: (-effect.arguments, effect.title))


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
    effect = grounds.names.variables.get(driver.effect, driver.effect)
    return Row(driver=driver, effect=effect, cited=grounds.cite(driver))
