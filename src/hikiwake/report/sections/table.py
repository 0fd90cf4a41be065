"""The five parts of the page and their sections in order: heading, template, and what makes the template's context.

A section whose function returns ``None`` has nothing to show and is left out. A new section is one line here, one
module and one template.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from hikiwake.report import answer, findings, models, otherwise, record, why
from hikiwake.report.grounds import Grounds
from hikiwake.report.sections import (
    bargaining,
    drivers,
    method,
    packages,
    places,
    positions,
    relation,
    sources,
    surveys,
    timeline,
    voices,
)
from hikiwake.wording.leads import lead

if TYPE_CHECKING:
    from _typeshed import DataclassInstance
    from jinja2 import Environment


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a part: its anchor, its heading, and what makes its template's context.

    ``shows`` is the dataclass of that context: its fields are the names of the template, each with a docstring.
    """

    id: str
    heading: str
    context: Callable[[Grounds], DataclassInstance | None]
    shows: type[DataclassInstance]

    @property
    def template(self) -> str:
        """The template that is rendered with the fields of the context."""
        return f"sections/{self.id}.html"

    def render(self, grounds: Grounds, templates: Environment) -> str | None:
        """The section as HTML, or ``None`` where it has nothing to show."""
        shown = self.context(grounds)
        if shown is None:
            return None
        return templates.get_template(self.template).render(
            told_of=grounds.told_of, **({"lead": lead(self.id)} | named(shown))
        )


def named(shown: DataclassInstance) -> dict[str, object]:
    """The fields of a context by name, as a template takes them."""
    return {field.name: getattr(shown, field.name) for field in fields(shown)}


@dataclass(frozen=True, slots=True)
class Part:
    """One of the five parts of the page: its anchor, its heading, its word in the navigation, and its sections."""

    id: str
    heading: str
    nav: str
    sections: tuple[Section, ...]


PARTS = (
    Part("part-answer", "The answer", "Answer", (
        Section("answer", "The answer", answer.context, answer.Context),
    )),
    Part("part-why", "Why", "Why", (
        Section("blocking", "What blocks, era by era", why.blocking.context, why.blocking.Context),
        Section("changing", "What would have to change", why.levers.context, why.levers.Context),
        Section("settlements", "What would be signed and hold", why.settlements.context, why.settlements.Context),
        Section("range", "What both could have accepted", bargaining.context, bargaining.Context),
        Section("packages", "What could be signed together", packages.context, packages.Context),
        Section("models", "The models, era by era", models.context, models.Context),
        Section("formulas", "Ways to settle", positions.formulas_context, positions.FormulasContext),
    )),
    Part("part-otherwise", "Who says otherwise", "Who says otherwise", (
        Section("otherwise", "What each document says", otherwise.context, otherwise.Context),
        Section("hypotheses", "Which explanation the evidence speaks against least", otherwise.hypotheses_context,
                otherwise.HypothesesContext),
        Section("turning", "When it turned", otherwise.turning_context, otherwise.TurningContext),
        Section("doubts", "Where a document may be wrong", otherwise.doubts_context, otherwise.DoubtsContext),
    )),
    Part("part-record", "The record", "Record", (
        Section("timeline", "What happened", timeline.context, timeline.Context),
        Section("relation", "How the relation moved", relation.context, relation.Context),
        Section("record", "Every entry", record.context, record.Context),
        Section("positions", "Who wanted what", positions.actors_context, positions.ActorsContext),
        Section("drivers", "What is said to drive what", drivers.context, drivers.Context),
        Section("surveys", "What people were asked", surveys.context, surveys.Context),
    )),
    Part("part-sources", "Sources and method", "Sources and method", (
        Section("voices", "Whose voices these are", voices.context, voices.Context),
        Section("findings", "What the record shows", findings.context, findings.Context),
        Section("documents", "The documents", sources.documents_context, sources.DocumentsContext),
        Section("places", "The places and their names", places.context, places.Context),
        Section("actors", "Names and offices", sources.actors_context, sources.ActorsContext),
        Section("references", "References", sources.references_context, sources.ReferencesContext),
        Section("method", "How this was made", method.context, method.Context),
        Section("citing", "How to cite", method.citing_context, method.CitingContext),
    )),
)  # fmt: skip
SECTIONS = tuple(section for part in PARTS for section in part.sections)
