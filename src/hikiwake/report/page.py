"""The page: every section through its template, earlier editions, style and script inside, and no request allowed."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from hikiwake.documents import Library
from hikiwake.dossier import Case, Dossier
from hikiwake.figures import marks
from hikiwake.figures.drawing import style as drawings
from hikiwake.report.editions import Moment, Packed, moments, packed
from hikiwake.report.grounds import Grounds
from hikiwake.report.sections import SECTIONS, Section
from hikiwake.report.sections.table import named
from hikiwake.report.whose import PAGE, mark
from hikiwake.wording import phrases
from hikiwake.wording.page import left_out, made_by
from hikiwake.wording.tables import harmless

if TYPE_CHECKING:
    from jinja2 import Environment

STYLES = ("page.css", "answer.css", "figures.css", "analyses.css", "models.css", "screens.css", "print.css")
SCRIPTS = ("crowd.js", "panel.js", "filter.js", "zoom.js")  # these begin when the edition asked for stands in the page
Step = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Content:
    """What the template of an edition shows: all that is different when the page is read as of another day."""

    case: Case
    """The case, with its title, question and summary."""
    sections: list[tuple[Section, str]]
    """The sections that have something to show, each as HTML."""
    moments: list[Moment]
    """The earlier days as of which the page can be read."""
    day: str
    """The day of this edition as an address has it; empty for the page as of today."""
    then: str
    """What is left out of an earlier edition; empty for the page as of today."""
    island: str
    """The passages of every entry as JSON."""
    made_by: str
    """Who made the page from what, and how many words of the documents it shows."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What the template of the whole page shows."""

    title: str
    """The title of the case."""
    mark: str
    """The mark by which the page says of which case it is."""
    content: str
    """The page as of today, as HTML."""
    packed: list[Packed]
    """Its earlier editions, compressed."""
    style: str
    """The style sheet."""
    script: str
    """The page's own script."""
    policy: str
    """The content security policy, which allows only these two."""


def page(dossier: Dossier, library: Library | None = None, quotes: str = "short", step: Step | None = None) -> str:
    """The page of a dossier as HTML; ``step`` is told the heading of each section that is about to be made.

    Raises ``HikiwakeError`` when ``quotes`` is not none, short or full.
    """
    templates, days = environment(), moments(dossier)

    def content(then: Dossier, day: str) -> str:
        return _content(Grounds(then, library, quotes), templates, days, day, step)

    styles, script = drawings() + bundle("styles", STYLES), scripts()
    shown = Frame(
        title=dossier.case.title,
        mark=f"{PAGE} {mark(dossier.case)}",
        content=content(dossier, ""),
        packed=packed(dossier, content),
        style=styles,
        script=script,
        policy=policy(styles, script),
    )
    return harmless(templates.get_template("page.html").render(named(shown)))


def edition(dossier: Dossier, library: Library | None = None, quotes: str = "short") -> str:
    """What the page of a dossier shows as of its own day, as HTML without style, script and earlier editions."""
    return _content(Grounds(dossier, library, quotes), environment(), [], "", None)


def steps(dossier: Dossier) -> int:
    """How many sections are made for the page of a dossier, those of its earlier editions included."""
    return len(SECTIONS) * (1 + len(moments(dossier)))


def _content(grounds: Grounds, templates: Environment, days: list[Moment], day: str, step: Step | None) -> str:
    """One edition: its sections, and the passages they cite, which are known only when all are made."""
    title = next((each.title for each in days if each.day == day), "")
    made = []
    for section in SECTIONS:
        if step:
            step(f"{section.heading}, {title}" if title else section.heading)
        text = section.render(grounds, templates)
        if text is not None:
            made.append((section, text))
    shown = Content(
        case=grounds.dossier.case,
        sections=made,
        moments=days,
        day=day,
        then=left_out(title),
        island=grounds.island(),
        made_by=made_by(grounds.dossier.case.editor, grounds.quotes, grounds.library is not None),
    )
    return harmless(templates.get_template("content.html").render(named(shown)))


def environment() -> Environment:
    """The templates, which escape every value and fail on a name that nobody gave."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("hikiwake.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(_words())
    return environment


def _words() -> dict[str, Any]:
    names = ("brief", "capital", "listed", "number", "span", "tally")
    return {name: getattr(phrases, name) for name in names} | {
        "effect_of": phrases.effect,
        "sign": marks.sign,
        "sign_class": marks.sign_class,
    }


def bundle(folder: str, names: tuple[str, ...]) -> str:
    """Files of one folder of this room, one after another."""
    room = files("hikiwake.report").joinpath(folder)
    return "".join(room.joinpath(name).read_text(encoding="utf-8") for name in names)


def scripts() -> str:
    """The page's own script: first the edition that the address asks for, then all that acts on it."""
    return f"{bundle('scripts', ('edition.js',))}turned().then(() => {{\n{bundle('scripts', SCRIPTS)}}});\n"


def policy(style: str, script: str) -> str:
    """The content security policy: nothing may be fetched, and only this style and this script may run."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
