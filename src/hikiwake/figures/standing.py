"""A drawing as a file of its own: with its size, the light colours written out, a background, and no links.

A notebook shows it as it is; it can be saved as SVG or PNG.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from hikiwake.errors import HikiwakeError
from hikiwake.figures.drawing import shapes, style
from hikiwake.storage.writing import write_file

SVG = "http://www.w3.org/2000/svg"
GROUNDS = {"paper": "--paper", "sea": "--field"}  # the colours that a drawing may stand on
_RULE = re.compile(r"([^{}@]+)\{([^{}]*)\}")
_VARIABLE = re.compile(r"var\((--[\w-]+)\)")


class Figure(str):
    """The text of an SVG file, empty where there is nothing to draw; a notebook shows the drawing."""

    __slots__ = ()

    def _repr_svg_(self) -> str | None:
        """The drawing, for a notebook."""
        return self[self.index("<svg") :] if self else None

    def __repr__(self) -> str:
        """What it shows and how large it is, in place of its text."""
        if not self:
            return "Figure of nothing"
        root = ElementTree.fromstring(self)
        return f"Figure({root.get('aria-label', '')!r}, {root.get('width')} × {root.get('height')})"

    def png(self, scale: float = 2) -> bytes:
        """The drawing as a PNG picture, ``scale`` times as large."""
        from vl_convert import svg_to_png

        return bytes(svg_to_png(str(self), scale=scale))

    def save(self, path: Path | str, *, force: bool = False) -> Path:
        """Write the drawing as ``.svg`` or, twice as large, as ``.png``; the path.

        Raises ``HikiwakeError`` for another ending or where there is nothing to draw, ``StorageError`` where something
        stands at the path and ``force`` is not given, or where it cannot be written.

        >>> from tempfile import mkdtemp
        >>> Figure(standing_alone('<svg viewBox="0 0 8 4"/>')).save(Path(mkdtemp()) / "plain.png").name
        'plain.png'
        """
        target = Path(path)
        made = {".svg": lambda: self.encode("utf-8"), ".png": self.png}.get(target.suffix.lower())
        if made is None:
            raise HikiwakeError(f"{target}: a figure is saved as SVG or PNG; give a path that ends in .svg or .png")
        if not self:
            raise HikiwakeError(f"{target}: there is nothing to draw")
        write_file(target, made(), force=force)
        return target


def standing_alone(svg: str, ground: str = "paper") -> str:
    """A drawing as the text of an SVG file; ``ground`` is paper or sea.

    Colours that the page hands down as variables are written out; links, which lead nowhere outside the page, keep
    only the id of their entry.

    >>> standing_alone('<svg viewBox="0 0 8 4"/>').splitlines()[0]
    '<?xml version="1.0" encoding="UTF-8"?>'
    """
    root = ElementTree.fromstring(svg)
    left, top, width, height = (float(each) for each in root.attrib["viewBox"].split())
    colour = _colours()[GROUNDS[ground]]
    paper = ElementTree.Element("rect", x=str(left), y=str(top), width=str(width), height=str(height), fill=colour)
    for link in root.iter("a"):
        link.attrib["data-entry"] = link.attrib.pop("href", "").removeprefix("#")
    sheet = ElementTree.Element("style")
    sheet.text = _sheet()
    root[:0] = [sheet, ElementTree.fromstring(f"<defs>{shapes()}</defs>"), paper]
    root.attrib |= {"width": f"{width:g}", "height": f"{height:g}", "xmlns": SVG}
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


@cache
def _colours() -> dict[str, str]:
    """The light colours by the names of their variables: those of the first rule of the style sheet."""
    light = _RULE.search(style())
    return dict(re.findall(r"(--[\w-]+):\s*([^;]+);", light[2])) if light else {}


@cache
def _sheet() -> str:
    """The looks of the drawings, with the light colours written out."""
    rules = re.sub(r"@[^{]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", style().replace("\n", " "))
    return "\n".join(_written_out(rules, _colours()))


def _written_out(rules: str, values: dict[str, str]) -> Iterator[str]:
    """The rules without states, their hue as the colour that drawings inherit."""
    for selectors, body in _RULE.findall(rules):
        kept = ", ".join(each.strip() for each in selectors.split(",") if not re.search(r":(?!last-child)", each))
        body = re.sub(r"--hue:", "color:", body).replace("var(--hue)", "currentColor")
        body = _VARIABLE.sub(lambda match: values.get(match[1], "inherit"), body).strip()
        if kept and body:
            yield f"{kept} {{ {body} }}"
