"""The page: every section through its template, style and script inside, and a policy that forbids any request."""

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
from hikiwake.report.grounds import Grounds
from hikiwake.report.sections import SECTIONS, Section
from hikiwake.report.sections.table import named
from hikiwake.wording import phrases
from hikiwake.wording.page import made_by
from hikiwake.wording.tables import harmless

if TYPE_CHECKING:
    from jinja2 import Environment

STYLES = ("page.css", "figures.css", "analyses.css", "models.css", "screens.css")
SCRIPTS = ("crowd.js", "panel.js", "filter.js", "zoom.js")
Step = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Frame:
    """What the template of the whole page shows."""

    case: Case
    """The case, with its title, question and summary."""
    sections: list[tuple[Section, str]]
    """The sections that have something to show, each as HTML."""
    style: str
    """The style sheet."""
    script: str
    """The page's own script."""
    policy: str
    """The content security policy, which allows only these two."""
    island: str
    """The passages of every entry as JSON."""
    made_by: str
    """Who made the page from what, and how many words of the documents it shows."""


def page(dossier: Dossier, library: Library | None = None, quotes: str = "short", step: Step | None = None) -> str:
    """The page of a dossier as HTML; ``step`` is told the heading of each section that is about to be made.

    Raises ``HikiwakeError`` when ``quotes`` is not none, short or full.
    """
    grounds = Grounds(dossier, library, quotes)
    templates = environment()
    made = []
    for section in SECTIONS:
        if step:
            step(section.heading)
        text = section.render(grounds, templates)
        if text is not None:
            made.append((section, text))
    shown = _frame(grounds, made)
    return harmless(templates.get_template("page.html").render(named(shown)))


def _frame(grounds: Grounds, made: list[tuple[Section, str]]) -> Frame:
    """The page around the sections; the passages they cite are known only when all are made."""
    styles, script = drawings() + bundle("styles", STYLES), bundle("scripts", SCRIPTS)
    return Frame(
        case=grounds.dossier.case,
        sections=made,
        style=styles,
        script=script,
        policy=policy(styles, script),
        island=grounds.island(),
        made_by=made_by(grounds.dossier.case.editor, grounds.quotes, grounds.library is not None),
    )


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


def policy(style: str, script: str) -> str:
    """The content security policy: nothing may be fetched, and only this style and this script may run."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
