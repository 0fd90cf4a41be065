"""The figures of a dossier as SVG and as PNG: those of the page, each as a file of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hikiwake.comparison import bargaining_range
from hikiwake.documents import Library
from hikiwake.dossier import Claim, Dossier
from hikiwake.figures import drivers, figure, issues, places, standing_alone, stretches, surveys, timeline, turning
from hikiwake.figures.coasts import coastline


def svg(dossier: Dossier, _: Library | None = None) -> Iterator[tuple[str, bytes]]:
    """The figures as SVG."""
    yield from ((f"{name}.svg", drawing.encode("utf-8")) for name, drawing in figures(dossier).items())


def png(dossier: Dossier, _: Library | None = None) -> Iterator[tuple[str, bytes]]:
    """The figures as PNG, twice as large as their SVG."""
    from vl_convert import svg_to_png

    for name, drawing in figures(dossier).items():
        yield f"{name}.png", bytes(svg_to_png(drawing, scale=2))


def figures(dossier: Dossier) -> dict[str, str]:
    """The figures of a dossier by name, each as the text of an SVG file; only those that the case has.

    >>> import hikiwake as hw
    >>> list(figures(hw.load("japan_russia")))[:4]
    ['timeline', 'map', 'region', 'turns']
    """
    drawn = {name: standing_alone(drawing, ground) for name, drawing, ground in _drawn(dossier)}
    between = {*dossier.case.dyad} <= {*dossier.actor}
    ranges = figure(bargaining_range(dossier)) if dossier.case.scales and between else ""
    return {**drawn, "range": ranges} if ranges else drawn


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
