"""The page: every section through its template, style and script inside, and a policy that forbids any request."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from hikiwake.documents import Library
from hikiwake.dossier import Dossier
from hikiwake.report import marks
from hikiwake.report.grounds import Grounds
from hikiwake.report.sections import SECTIONS
from hikiwake.wording import phrases

if TYPE_CHECKING:
    from jinja2 import Environment

STYLES = ("page.css", "figures.css", "analyses.css", "screens.css")
SCRIPTS = ("crowd.js", "panel.js", "filter.js", "zoom.js")
Step = Callable[[str], None]


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
        context = section.context(grounds)
        if context is not None:
            template = templates.get_template(f"sections/{section.id}.html")
            made.append(
                (section, template.render(section=section, grounds=grounds, told_of=grounds.told_of, **context))
            )
    style, script = bundle("styles", STYLES), bundle("scripts", SCRIPTS)
    return templates.get_template("page.html").render(
        case=dossier.case,
        sections=made,
        style=style,
        script=script,
        policy=policy(style, script),
        island=grounds.island(),
        quotes=quotes,
        has_library=library is not None,
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
