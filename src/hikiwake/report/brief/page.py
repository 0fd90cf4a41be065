"""The brief as one HTML file that is made to be printed: no script, no request, its notes at the end."""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.figures.drawing import style as drawings
from hikiwake.report.brief.content import Block, Brief, Chart, Heading, Note, Paragraph, Table
from hikiwake.report.page import bundle, environment, policy
from hikiwake.report.sections.table import named
from hikiwake.wording.clauses import brief as wording
from hikiwake.wording.tables import harmless


@dataclass(frozen=True, slots=True)
class Frame:
    """What the template of the brief shows."""

    title: str
    """The title of the case."""
    question: str
    """The question of the case."""
    mark: str
    """The mark by which the brief says of which case it is."""
    blocks: list[tuple[str, Block]]
    """Headings, paragraphs, tables and the chart, each with the word for what it is."""
    notes: tuple[Note, ...]
    """The notes, by number."""
    notes_heading: str
    """What stands above the notes."""
    style: str
    """The style sheet."""
    policy: str
    """The content security policy, which allows only this style."""


_KINDS: dict[type, str] = {Heading: "heading", Paragraph: "paragraph", Table: "table", Chart: "chart"}


def brief_page(brief: Brief) -> str:
    """A brief as HTML."""
    style = drawings() + bundle("styles", ("brief.css",))
    shown = Frame(
        title=brief.title,
        question=brief.question,
        mark=brief.mark,
        blocks=[(_KINDS[type(block)], block) for block in brief.blocks],
        notes=brief.notes,
        notes_heading=wording.NOTES,
        style=style,
        policy=policy(style, ""),
    )
    return harmless(environment().get_template("brief.html").render(named(shown)))
