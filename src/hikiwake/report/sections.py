"""The sections of the page in their order: a heading, a template, and the function that gives the template its context.

A section whose function returns ``None`` has nothing to show and is left out. A new section is one line here, one
module and one template.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hikiwake.report import (
    bargaining,
    claims,
    disagreements,
    drivers,
    findings,
    places,
    positions,
    readings,
    sources,
    timeline,
    voices,
)
from hikiwake.report.grounds import Grounds

Context = dict[str, object] | None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page: its anchor and template name, its heading, its word in the navigation, and its context."""

    id: str
    heading: str
    nav: str
    context: Callable[[Grounds], Context]


SECTIONS = (
    Section("voices", "Whose voices these are", "Voices", voices.context),
    Section("findings", "What the record shows", "Findings", findings.context),
    Section("timeline", "What happened", "Timeline", timeline.context),
    Section("turning", "When it turned", "Turns", readings.turning_context),
    Section("range", "What both could have accepted", "Range", bargaining.context),
    Section("disagreements", "Where the sources disagree", "Disagreements", disagreements.context),
    Section("places", "The places and their names", "Map", places.context),
    Section("positions", "Who wanted what", "Positions", positions.actors_context),
    Section("formulas", "Ways to settle", "Formulas", positions.formulas_context),
    Section("drivers", "What is said to drive what", "Drivers", drivers.context),
    Section("surveys", "What people were asked", "Surveys", claims.surveys_context),
    Section("readings", "Where the readings part", "Readings", readings.context),
    Section("claims", "The figures", "Figures", claims.claims_context),
    Section("actors", "Names and offices", "Names", sources.actors_context),
    Section("doubts", "Where a document may be wrong", "Doubts", sources.doubts_context),
    Section("documents", "The documents", "Documents", sources.documents_context),
    Section("references", "References", "References", sources.references_context),
)
