"""The styles of a Word file: headings by their real names, so that outline, contents and screen readers know them."""

from __future__ import annotations

from typing import NamedTuple

from hikiwake.exports.word.elements import MAIN, Element, element, valued

SANS, SERIF = "Arial", "Georgia"


class Style(NamedTuple):
    """A style of paragraphs: its id, its name, its size in points, and what else it has.

    level: the level of a heading, from 0; before, after: space in points; indent: of a hanging first line, in points
    """

    id: str
    name: str
    size: float
    font: str = SERIF
    bold: bool = False
    italic: bool = False
    colour: str = ""
    level: int | None = None
    before: float = 0
    after: float = 4
    indent: float = 0


STYLES = (
    Style("Title", "Title", 17, SANS, bold=True),
    Style("Subtitle", "Subtitle", 11, italic=True, after=6),
    Style("Headline", "Headline", 14, after=4),
    Style("Heading1", "heading 1", 13, SANS, bold=True, level=0, before=12),
    Style("Heading2", "heading 2", 11, SANS, bold=True, level=1, before=7, after=1),
    Style("Aside", "Aside", 9, colour="444444"),
    Style("ListItem", "List Item", 10, indent=11),
    Style("Cell", "Cell", 8.5, SANS, after=0),
    Style("FootnoteText", "footnote text", 8, SANS, after=0),
)


def styles() -> Element:
    """The part ``word/styles.xml``."""
    fonts = element("w:rFonts", {"w:ascii": SERIF, "w:hAnsi": SERIF, "w:cs": SERIF})
    words = element("w:rPr", None, [fonts, valued("w:sz", 20), valued("w:szCs", 20), valued("w:lang", "en-GB")])
    spaced = element("w:pPr", None, [element("w:spacing", {"w:after": "80", "w:line": "264", "w:lineRule": "auto"})])
    defaults = element("w:docDefaults", None, [element("w:rPrDefault", None, [words]),
                                               element("w:pPrDefault", None, [spaced])])  # fmt: skip
    normal = element("w:style", {"w:type": "paragraph", "w:default": "1", "w:styleId": "Normal"},
                     [valued("w:name", "Normal")])  # fmt: skip
    raised = element("w:rPr", None, [valued("w:vertAlign", "superscript")])
    mark = element("w:style", {"w:type": "character", "w:styleId": "FootnoteReference"},
                   [valued("w:name", "footnote reference"), raised])  # fmt: skip
    return element("w:styles", {"xmlns:w": MAIN}, [defaults, normal, *map(_style, STYLES), mark, _lines()])


def _style(one: Style) -> Element:
    spacing = element("w:spacing", {"w:before": f"{one.before * 20:.0f}", "w:after": f"{one.after * 20:.0f}"})
    hanging = {"w:left": f"{one.indent * 20:.0f}", "w:hanging": f"{one.indent * 20:.0f}"}
    paragraphs = [
        *([element("w:keepNext")] if one.level is not None else []),
        spacing,
        *([element("w:ind", hanging)] if one.indent else []),
        *([valued("w:outlineLvl", one.level)] if one.level is not None else []),
    ]
    words = [
        element("w:rFonts", {"w:ascii": one.font, "w:hAnsi": one.font, "w:cs": one.font}),
        *([element("w:b")] if one.bold else []),
        *([element("w:i")] if one.italic else []),
        *([valued("w:color", one.colour)] if one.colour else []),
        valued("w:sz", round(one.size * 2)),
        valued("w:szCs", round(one.size * 2)),
    ]
    parts = [valued("w:name", one.name), valued("w:basedOn", "Normal"), valued("w:next", "Normal"),
             element("w:qFormat"), element("w:pPr", None, paragraphs), element("w:rPr", None, words)]  # fmt: skip
    return element("w:style", {"w:type": "paragraph", "w:styleId": one.id}, parts)


def _lines() -> Element:
    """The style of tables: a line below every row."""
    line = {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "BBBBBB"}
    borders = element("w:tblBorders", None, [element(f"w:{side}", line) for side in ("top", "bottom", "insideH")])
    space = {"w:w": "60", "w:type": "dxa"}
    margins = element("w:tblCellMar", None, [element(f"w:{side}", space) for side in ("left", "right")])
    own = element("w:tblPr", None, [borders, margins])
    return element("w:style", {"w:type": "table", "w:styleId": "Lines"}, [valued("w:name", "Lines"), own])
