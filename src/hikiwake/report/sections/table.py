"""The sections of the page in their order: heading, template, and the function that makes the template's context.

A section whose function returns ``None`` has nothing to show and is left out. A new section is one line here, one
module and one template.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from hikiwake.report import answer, findings, models
from hikiwake.report.grounds import Grounds
from hikiwake.report.sections import (
    bargaining,
    claims,
    disagreements,
    drivers,
    places,
    positions,
    readings,
    sources,
    timeline,
    voices,
)
from hikiwake.wording.leads import lead

if TYPE_CHECKING:
    from _typeshed import DataclassInstance
    from jinja2 import Environment


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page: its anchor, its heading, its word in the navigation, and what makes its template's context.

    ``shows`` is the dataclass of that context: its fields are the names of the template, each with a docstring.
    """

    id: str
    heading: str
    nav: str
    context: Callable[[Grounds], DataclassInstance | None]
    shows: type[DataclassInstance]

    @property
    def template(self) -> str:
        """The template that is rendered with the fields of the context."""
        return f"sections/{self.id}.html"

    def render(self, grounds: Grounds, templates: Environment) -> str | None:
        """The part as HTML, or ``None`` where it has nothing to show."""
        shown = self.context(grounds)
        if shown is None:
            return None
        return templates.get_template(self.template).render(
            told_of=grounds.told_of, **({"lead": lead(self.id)} | named(shown))
        )


def named(shown: DataclassInstance) -> dict[str, object]:
    """The fields of a context by name, as a template takes them."""
    return {field.name: getattr(shown, field.name) for field in fields(shown)}


SECTIONS = (
    Section("answer", "The answer", "Answer", answer.context, answer.Context),
    Section("voices", "Whose voices these are", "Voices", voices.context, voices.Context),
    Section("findings", "What the record shows", "Findings", findings.context, findings.Context),
    Section("timeline", "What happened", "Timeline", timeline.context, timeline.Context),
    Section("turning", "When it turned", "Turns", readings.turning_context, readings.TurningContext),
    Section("range", "What both could have accepted", "Range", bargaining.context, bargaining.Context),
    Section("models", "What would hold", "Models", models.context, models.Context),
    Section(
        "disagreements", "Where the sources disagree", "Disagreements", disagreements.context, disagreements.Context
    ),
    Section("places", "The places and their names", "Map", places.context, places.Context),
    Section("positions", "Who wanted what", "Positions", positions.actors_context, positions.ActorsContext),
    Section("formulas", "Ways to settle", "Formulas", positions.formulas_context, positions.FormulasContext),
    Section("drivers", "What is said to drive what", "Drivers", drivers.context, drivers.Context),
    Section("surveys", "What people were asked", "Surveys", claims.surveys_context, claims.SurveysContext),
    Section("readings", "Where the readings part", "Readings", readings.context, readings.Context),
    Section("claims", "The figures", "Figures", claims.claims_context, claims.ClaimsContext),
    Section("actors", "Names and offices", "Names", sources.actors_context, sources.ActorsContext),
    Section("doubts", "Where a document may be wrong", "Doubts", sources.doubts_context, sources.DoubtsContext),
    Section("documents", "The documents", "Documents", sources.documents_context, sources.DocumentsContext),
    Section("references", "References", "References", sources.references_context, sources.ReferencesContext),
)
