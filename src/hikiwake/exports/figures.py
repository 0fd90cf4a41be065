"""The figures of a dossier as SVG and as PNG: those of the page, each as a file of its own, and each by its name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hikiwake.comparison import bargaining_range
from hikiwake.documents import Library
from hikiwake.dossier import Claim, Dossier
from hikiwake.errors import HikiwakeError
from hikiwake.figures import Figure, drivers, issues, places, standing_alone, stretches, surveys, timeline, turning
from hikiwake.figures.coasts import coastline
from hikiwake.figures.of_results import drawing_of
from hikiwake.relation import relation
from hikiwake.relation.comparing import compared, kept_in
from hikiwake.report.answer import gap_alone
from hikiwake.wording.terminal.near import near_or_some


def svg(dossier: Dossier, _: Library | None = None) -> Iterator[tuple[str, bytes]]:
    """The figures as SVG."""
    yield from ((f"{name}.svg", drawing.encode("utf-8")) for name, drawing in figures(dossier).items())


def png(dossier: Dossier, _: Library | None = None) -> Iterator[tuple[str, bytes]]:
    """The figures as PNG, twice as large as their SVG."""
    yield from ((f"{name}.png", drawing.png()) for name, drawing in figures(dossier).items())


def figure(of: object, name: str = "") -> Figure:
    """The drawing of a result or, by its name, a figure of a dossier: a text that is an SVG file, and shows itself.

    name: of a dossier's figure, as ``export --format svg`` has it: gap (without a name), timeline, drivers, range ...;
        a result has one drawing. Bargaining ranges are drawn scale by scale and era by era, findings as the table of
        settlements, an ``EvolutionTable`` as its graph, an ``Evolution`` as the tree of shortest paths,
        a ``RelationSeries`` with its turning points, ``Comparisons`` as charts under that of their relation.

    Raises ``HikiwakeError`` for a result of which there is no drawing, and for a name that the dossier does not have.

    >>> import hikiwake as hw
    >>> figure(hw.load("japan_russia"), "drivers")
    Figure('Graph: ...', 1180 × ...)
    >>> "The Joint Declaration: disputed" in figure(hw.bargaining_range(hw.load("japan_russia")))
    True
    """
    if not isinstance(of, Dossier):
        if name:
            raise HikiwakeError(f"{name!r}: {type(of).__name__} has one figure; leave the name out")
        return Figure(drawing_of(of))
    if name in ("", "gap"):
        return Figure(gap_alone(of))
    known = []
    for each, drawing in _named(of):
        if each == name:
            return drawing
        known.append(each)
    raise HikiwakeError(f"{name!r}: the dossier has no such figure{near_or_some(name, known)}")


def figures(dossier: Dossier) -> dict[str, Figure]:
    """The figures of a dossier by name; only those that the case has.

    >>> import hikiwake as hw
    >>> list(figures(hw.load("japan_russia")))[:4]
    ['timeline', 'map', 'region', 'turns']
    """
    return dict(_named(dossier))


def _named(dossier: Dossier) -> Iterator[tuple[str, Figure]]:
    """The figures one by one; last what takes longest."""
    yield from ((name, Figure(standing_alone(drawing, ground))) for name, drawing, ground in _drawn(dossier))
    if dossier.case.scales and {*dossier.case.dyad} <= {*dossier.actor}:
        if ranges := drawing_of(bargaining_range(dossier)):
            yield "range", Figure(ranges)
        if chart := gap_alone(dossier):
            yield "gap", Figure(chart)
    if {*dossier.case.dyad} <= {*dossier.actor} and (moved := relation(dossier)).told:
        yield "relation", Figure(drawing_of(moved))
        if beside := drawing_of(compared(moved, kept_in(dossier))):
            yield "compared", Figure(beside)


def _drawn(dossier: Dossier) -> Iterator[tuple[str, str, str]]:
    """Name, drawing and ground of each figure."""
    case = dossier.case
    if dossier.events:
        yield "timeline", timeline.across(stretches(dossier), issues(dossier), timeline.most_reported(dossier)), "paper"
    if case.places:
        close, wide = places.maps(coastline(case.map), places.spots(dossier))
        yield from (("map", close, "sea"), ("region", wide, "sea"))
    if drawn := turning.turns(turning.told(dossier), turning.bounds(dossier)):
        yield "turns", drawn, "paper"
    titles = {variable.id: variable.title for variable in case.variables}
    if graph := drivers.drivers_graph(drivers.arguments(dossier.drivers, titles)):
        yield "drivers", graph, "paper"
    yield from _surveys(dossier)


def _surveys(dossier: Dossier) -> Iterator[tuple[str, str, str]]:
    """Each survey under a name of its own, those with most bars first."""
    titles = {term.id: term.title for term in dossier.case.tables}
    tables: dict[str, list[Claim]] = {}
    for claim in dossier.claims:
        if claim.table:
            tables.setdefault(claim.table, []).append(claim)
    drawn = [(id_, surveys.survey_of(titles.get(id_, id_), claims)) for id_, claims in tables.items()]
    taken: set[str] = set()
    for id_, each in sorted(drawn, key=lambda pair: -len(pair[1].bars)):
        yield _name(f"survey-{id_}", taken), surveys.survey(each), "paper"


def _name(wanted: str, taken: set[str]) -> str:
    """A name that any file system takes, and that is not taken."""
    name = plain = re.sub(r"[^\w.-]+", "-", wanted)[:100]
    number = 2
    while name.casefold() in taken:
        name, number = f"{plain}-{number}", number + 1
    taken.add(name.casefold())
    return name
