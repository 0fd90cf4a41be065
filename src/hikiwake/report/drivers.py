"""What drives what: every argued cause and effect with the sign that each document gives it, as a table and a graph."""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.dossier import Driver
from hikiwake.report.grounds import Citation, Grounds


@dataclass(frozen=True, slots=True)
class Row:
    """One argument: the driver in words, with its citations."""

    driver: Driver
    cause: str
    effect: str
    mechanism: str
    cited: list[Citation]
    doubts: list[str]


@dataclass(frozen=True, slots=True)
class Link:
    """A cause and an effect: the arguments of each document, and whether their signs differ."""

    cause: str
    effect: str
    title: str
    rows: list[Row]
    by_document: list[list[Row]]

    @property
    def signs(self) -> tuple[str, ...]:
        """The signs that are argued, each once."""
        return tuple(sign for sign in ("+", "-", "0") if any(row.driver.sign == sign for row in self.rows))

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

    id: str
    title: str
    links: list[Link]

    @property
    def arguments(self) -> int:
        """How many arguments there are."""
        return sum(len(link.rows) for link in self.links)


def context(grounds: Grounds) -> dict[str, object] | None:
    """What the section of drivers shows, or ``None`` for a case without any."""
    if not grounds.dossier.drivers:
        return None
    from hikiwake.report.graph import draw

    links = _links(grounds)
    effects: dict[str, list[Link]] = {}
    for link in links:
        effects.setdefault(link.effect, []).append(link)
    groups = [
        Effect(id_, grounds.names.variables.get(id_, id_), sorted(each, key=lambda link: (-len(link.rows), link.title)))
        for id_, each in effects.items()
    ]
    return {
        "effects": sorted(groups, key=lambda effect: (-effect.arguments, effect.title)),
        "rivals": sorted(
            (link for link in links if link.rival), key=lambda link: (-link.documents, link.rows[0].effect)
        ),
        "order": sorted(range(len(grounds.labels)), key=lambda index: grounds.dossier.documents[index].written.last),
        "pairs": len(links),
        "labels": grounds.labels,
        "graph": draw(grounds, links),
    }


def _links(grounds: Grounds) -> list[Link]:
    pairs: dict[tuple[str, str], list[Row]] = {}
    for driver in grounds.dossier.drivers:
        pairs.setdefault((driver.cause, driver.effect), []).append(_row(grounds, driver))
    return [_link(grounds, cause, effect, rows) for (cause, effect), rows in pairs.items()]


def _link(grounds: Grounds, cause: str, effect: str, rows: list[Row]) -> Link:
    count = len(grounds.dossier.documents)
    by_document = [[row for row in rows if row.cited and row.cited[0].document == index] for index in range(count)]
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
