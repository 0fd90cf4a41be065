"""How a drawing becomes text: an SVG template, which escapes every text, and the names that it draws."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
STYLES = ("colours.css", "drawings.css")
SHAPES = ("lanes", "paths", "gap", "turns", "looks")  # the drawings that share shapes: hatchings, tips of arrows, signs


def svg(name: str, /, **drawn: object) -> str:
    """The drawing of a template as SVG text, with a replacement sign for what XML cannot hold.

    Raises ``jinja2.UndefinedError`` for a name that nobody gave.
    """
    return xml_text(templates().get_template(f"{name}.svg").render(**drawn).strip("\n"))


def xml_text(text: str) -> str:
    r"""A text with a replacement sign for each character that XML cannot hold.

    >>> xml_text("bell \x07") == "bell \ufffd"
    True
    """
    return _NOT_XML.sub("\ufffd", text)


@cache
def templates() -> Environment:
    """The templates of the drawings."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("hikiwake.figures", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def style() -> str:
    """The colours, light and dark, and the looks of all drawings, as a style sheet."""
    room = files("hikiwake.figures").joinpath("styles")
    return "".join(room.joinpath(name).read_text(encoding="utf-8") for name in STYLES)


def shapes(*names: str) -> str:
    """The shapes that drawings refer to, to stand once inside ``<defs>``; without names, those of all drawings.

    >>> shapes("paths")[:21]
    '<marker id="path-tip"'
    """
    return "\n".join(svg(f"shapes_{name}") for name in names or SHAPES)
