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
from hikiwake.report.answer import described
from hikiwake.report.editions import BY_DAY, ERA, FOLLOWING, TODAY, Choice, Packed, choices, packed
from hikiwake.report.grounds import Grounds, ReadAs
from hikiwake.report.sections import PARTS, SECTIONS, Part, Section
from hikiwake.report.sections.table import named
from hikiwake.report.whose import PAGE, mark
from hikiwake.wording import phrases
from hikiwake.wording.page import made_by
from hikiwake.wording.tables import harmless

if TYPE_CHECKING:
    from jinja2 import Environment

STYLES = (
    "page.css", "answer.css", "figures.css", "analyses.css", "models.css", "why.css", "otherwise.css", "hypotheses.css",
    "record.css", "screens.css", "print.css", "publishing.css",
)  # fmt: skip
FIRST = ("address.js", "edition.js")  # the others begin when the edition stands there
SCRIPTS = (
    "later.js", "record.js", "comments.js", "panel.js", "era.js", "facets.js", "otherwise.js", "levers.js",
    "navigation.js", "map.js", "zoom.js", "drawing.js", "publishing.js",
)  # fmt: skip
Step = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Content:
    """What the template of an edition shows: all that is different when the page is read as of another day."""

    case: Case
    """The case, with its title, question and summary."""
    parts: list[tuple[Part, list[tuple[Section, str]]]]
    """The parts that have something to show, each with its sections as HTML."""
    followed: list[Choice]
    """The documents that can be followed alone."""
    moments: list[Choice]
    """The earlier days as of which the page can be read."""
    eras: list[Choice]
    """The eras that can be looked at alone, by the page's own script."""
    choice: Choice
    """As what this edition is read; without an address for the page as of today."""
    island: str
    """The passages of every entry as JSON."""
    made_by: str
    """Who made the page from what, and how many words of the documents it shows."""
    under: str
    """What is assumed, where this is the page of a scenario."""
    stated: str
    """The version of the program, and the digest of the record."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What the template of the whole page shows."""

    title: str
    """The title of the case."""
    mark: str
    """The mark by which the page says of which case it is."""
    description: str
    """What the page answers, in a few sentences, for those who link to it."""
    content: str
    """The page as of today, as HTML."""
    packed: list[Packed]
    """Its other editions, compressed."""
    style: str
    """The style sheet."""
    script: str
    """The page's own script."""
    policy: str
    """The content security policy, which allows only these two."""


def page(
    dossier: Dossier,
    library: Library | None = None,
    quotes: str = "short",
    step: Step | None = None,
    under: ReadAs | None = None,
) -> str:
    """The page of a dossier as HTML; ``step`` is told the heading of each section that is about to be made.

    under: what is assumed, where the dossier is one under assumptions, and the digest of the record; it has no other
    editions. Raises ``HikiwakeError`` when ``quotes`` is not none, short or full.
    """
    templates, ways = environment(), [] if under else choices(dossier)
    today = Grounds(dossier, library, quotes, under)

    def content(read: Dossier, choice: Choice) -> str:
        return _content(_read_so(today, read, choice), templates, ways, choice, step)

    styles, script = style(), scripts()
    shown = Frame(
        title=dossier.case.title,
        mark=f"{PAGE} {mark(dossier.case)}",
        description=described(today),
        content=_content(today, templates, ways, TODAY, step, under.words if under else ""),
        packed=[] if under else packed(dossier, content),
        style=styles,
        script=script,
        policy=policy(styles, script),
    )
    return harmless(templates.get_template("page.html").render(named(shown)))


def edition(
    dossier: Dossier,
    library: Library | None = None,
    quotes: str = "short",
    step: Step | None = None,
    choice: Choice = TODAY,
) -> str:
    """What the page of a dossier shows, as HTML without style, script and packed editions: as of its own day, or as
    one of its ``choices`` reads it."""
    whole = Grounds(dossier, library, quotes)
    grounds = whole if choice == TODAY else _read_so(whole, choice.of(dossier), choice)
    return _content(grounds, environment(), choices(dossier), choice, step)


def _read_so(whole: Grounds, read: Dossier, choice: Choice) -> Grounds:
    """The grounds of a dossier read otherwise, under the digest of the whole record."""
    return Grounds(read, whole.library, whole.quotes, ReadAs(choice.read_as, whole.read_as.digest))


def steps(dossier: Dossier) -> int:
    """How many sections are made for the page of a dossier, those of its earlier editions included."""
    return len(SECTIONS) * (1 + len(choices(dossier)))


def _content(
    grounds: Grounds, templates: Environment, ways: list[Choice], choice: Choice, step: Step | None, under: str = ""
) -> str:
    """One edition: its sections, and the passages they cite, which are known only when all are made."""
    dossier = grounds.dossier
    parts = []
    for part in PARTS:
        made = [(each, _told(each, grounds, templates, choice, step)) for each in part.sections]
        if told := [(each, text) for each, text in made if text is not None]:
            parts.append((part, told))
    shown = Content(
        case=dossier.case,
        parts=parts,
        followed=[each for each in ways if each.asks == FOLLOWING],
        moments=[each for each in ways if each.asks == BY_DAY],
        eras=[Choice(ERA, era.id, f"{phrases.brief(era.period)} {era.title}".strip(), "") for era in dossier.case.eras],
        choice=choice,
        island=grounds.island(),
        made_by=made_by(dossier.case.editor, grounds.quotes, grounds.library is not None),
        under=under,
        stated=grounds.stated,
    )
    return harmless(templates.get_template("content.html").render(named(shown)))


def _told(section: Section, grounds: Grounds, templates: Environment, choice: Choice, step: Step | None) -> str | None:
    """A section as HTML; ``step`` is told its heading first, and as what the page is read."""
    if step:
        step(f"{section.heading}, {choice.title}" if choice.title else section.heading)
    return section.render(grounds, templates)


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
    names = ("brief", "capital", "dated", "listed", "number", "span", "tally")
    return {name: getattr(phrases, name) for name in names} | {
        "sign": marks.sign,
    }


def bundle(folder: str, names: tuple[str, ...]) -> str:
    """Files of one folder of this room, one after another."""
    room = files("hikiwake.report").joinpath(folder)
    return "".join(room.joinpath(name).read_text(encoding="utf-8") for name in names)


def style() -> str:
    """The page's own style sheet, colours and looks of the drawings included."""
    return drawings() + bundle("styles", STYLES)


def scripts() -> str:
    """The page's own script: first the edition that the address asks for, then all that acts on it."""
    return f"{bundle('scripts', FIRST)}turned().then(() => {{\n{bundle('scripts', SCRIPTS)}}});\n"


def policy(style: str, script: str) -> str:
    """The content security policy: nothing may be fetched, and only this style and this script may run."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
