"""Elements of WordprocessingML: made as trees, so that no text of a case can become markup.

Reference: ISO/IEC 29500-1 (Office Open XML), parts 17 (WordprocessingML) and 11 (packages of it).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree import ElementTree

from hikiwake.figures.drawing import xml_text
from hikiwake.wording.tables import harmless

Element = ElementTree.Element
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def element(tag: str, attributes: Mapping[str, str] | None = None, children: Iterable[Element] = ()) -> Element:
    """An element with what stands in it; tags and attributes are written with their prefix.

    >>> ElementTree.tostring(element("w:p", None, [element("w:r")]))
    b'<w:p><w:r /></w:p>'
    """
    made = ElementTree.Element(tag, {**(attributes or {})})
    made.extend(children)
    return made


def worded(tag: str, text: str, attributes: Mapping[str, str] | None = None) -> Element:
    r"""An element with a text, in which each sign that XML cannot hold, or that acts unseen, is replaced.

    >>> worded("w:t", "a\x07b").text == "a\ufffdb"
    True
    """
    made = element(tag, attributes)
    made.text = xml_text(harmless(text))
    return made


def valued(tag: str, value: str | int) -> Element:
    """An element that holds one value: a style, a size, a colour."""
    return element(tag, {"w:val": str(value)})


def run(text: str, *, strong: bool = False, properties: Iterable[Element] = ()) -> Element:
    """Words, strong or not."""
    own = [*([element("w:b")] if strong else []), *properties]
    return element("w:r", None, [*_properties("w:rPr", own), worded("w:t", text, {"xml:space": "preserve"})])


def footnote_reference(number: int) -> Element:
    """The mark in the text that leads to a note."""
    mark = element("w:footnoteReference", {"w:id": str(number)})
    return element("w:r", None, [*_properties("w:rPr", [valued("w:rStyle", "FootnoteReference")]), mark])


def paragraph(runs: Iterable[Element], style: str = "", properties: Iterable[Element] = ()) -> Element:
    """A paragraph in a style."""
    own = [*([valued("w:pStyle", style)] if style else []), *properties]
    return element("w:p", None, [*_properties("w:pPr", own), *runs])


def cell(paragraphs: Iterable[Element], width: int, properties: Iterable[Element] = ()) -> Element:
    """A cell of a table; width in twentieths of a point."""
    measured = element("w:tcW", {"w:w": str(width), "w:type": "dxa"})
    return element("w:tc", None, [element("w:tcPr", None, [measured, *properties]), *paragraphs])


def row(cells: Iterable[Element], *, head: bool = False) -> Element:
    """A row of a table that no page break cuts; a head is repeated on every page."""
    own = [element("w:cantSplit"), *([element("w:tblHeader")] if head else [])]
    return element("w:tr", None, [element("w:trPr", None, own), *cells])


def table(rows: Iterable[Element], widths: Iterable[int], label: str = "") -> Element:
    """A table with the widths of its columns, and what it is called for those who do not see it."""
    told = [valued("w:tblCaption", label)] if label else []
    layout = element("w:tblLayout", {"w:type": "fixed"})
    each = list(widths)
    width = element("w:tblW", {"w:w": str(sum(each)), "w:type": "dxa"})
    own = element("w:tblPr", None, [valued("w:tblStyle", "Lines"), width, layout, *told])
    grid = element("w:tblGrid", None, [element("w:gridCol", {"w:w": str(one)}) for one in each])
    return element("w:tbl", None, [own, grid, *rows])


def written(root: Element) -> bytes:
    """The bytes of a part."""
    return bytes(ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True))


def _properties(tag: str, own: list[Element]) -> list[Element]:
    return [element(tag, None, own)] if own else []
