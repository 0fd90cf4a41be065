"""Several drawings one below another as one drawing, each under a heading."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree

from hikiwake.figures.drawing import xml_text

HEADING, GAP = 22.0, 10.0  # room above a drawing for its heading, and below it


def stacked(drawings: Iterable[tuple[str, str]], label: str) -> str:
    """Pairs of a heading and a drawing (SVG text) as one drawing in SVG text; an empty heading takes no room.

    >>> stacked([("1956", '<svg viewBox="0 0 8 4"/>')], "The range")[:40]
    '<svg viewBox="0 0 8 36" aria-label="The '
    """
    y, across, placed = 0.0, (0.0, 0.0), []
    for heading, drawing in drawings:
        each = ElementTree.fromstring(drawing)
        left, _, width, height = (float(number) for number in each.attrib["viewBox"].split())
        if heading:
            text = ElementTree.Element("text", {"class": "heading", "x": f"{max(left, 0):g}", "y": f"{y + 14:g}"})
            text.text = xml_text(heading)
            placed.append(text)
            y += HEADING
        each.attrib |= {"x": f"{left:g}", "y": f"{y:g}", "width": f"{width:g}", "height": f"{height:g}"}
        placed.append(each)
        y += height + GAP
        across = min(across[0], left), max(across[1], left + width)
    size = f"{across[0]:g} 0 {across[1] - across[0]:g} {y:g}"
    whole = ElementTree.Element("svg", {"viewBox": size, "aria-label": xml_text(label)})
    whole.extend(placed)
    return ElementTree.tostring(whole, encoding="unicode")
