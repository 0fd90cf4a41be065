"""The figures of the page as files of their own: each drawing with the page's light style in it, and nothing else.

The drawings are those of the page, so that a figure in an article is the figure of the report. Colours that the page
hands down as variables are written out, links (which lead nowhere outside the page) keep only the id of their entry,
and the bars of a survey are set under each other with their labels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from xml.etree import ElementTree

from hikiwake.dossier import Dossier

SVG = "http://www.w3.org/2000/svg"
FIGURES = {
    "timeline": 'class="chart wide"',
    "map": 'class="close"',
    "region": 'class="inset"',
    "drivers": 'class="drivers"',
}
MAPS = ("map", "region")  # whose ground is the sea
LABELS, BARS, ROW, TOP = 170, 400, 26, 64  # of a survey, in points
_SHARED = re.compile(r"<(linearGradient|pattern)\b.*?</\1>", re.DOTALL)
_RULE = re.compile(r"([^{}@]+)\{([^{}]*)\}")
_VARIABLE = re.compile(r"var\((--[\w-]+)\)")
_SURVEY = re.compile(r'<figure class="survey".*?</figure>', re.DOTALL)
_HEADING = re.compile(r'<h3 id="([^"]+)">(.*?)</h3>', re.DOTALL)
_KEY = re.compile(r'class="(tint\d+)"[^>]*/></svg>(.*?)</span>', re.DOTALL)
_BAR = re.compile(r'<svg[^>]*class="answers".*?</svg>', re.DOTALL)


def figures(dossier: Dossier) -> dict[str, str]:
    """The figures of a dossier's page by name, each as the text of an SVG file; only those that the case has.

    >>> import hikiwake as hw
    >>> list(figures(hw.load("japan_russia")))[:4]
    ['timeline', 'map', 'region', 'drivers']
    """
    from hikiwake.report.page import page

    text = page(dossier, None, "none", None)
    sheet = "\n".join(re.findall(r"<style>(.*?)</style>", text, re.DOTALL))
    light = _RULE.search(sheet)
    colours = dict(re.findall(r"(--[\w-]+):\s*([^;]+);", light[2])) if light else {}
    style, shared = _style(sheet, colours), "".join(match.group() for match in _SHARED.finditer(text))
    found = {}
    for name, mark in FIGURES.items():
        ground = colours["--field" if name in MAPS else "--paper"]
        if drawing := _drawing(text, mark):
            found[name] = _standing_alone(drawing, style, shared, ground)
    return found | {name: _standing_alone(svg, style, "", colours["--paper"]) for name, svg in _surveys(text)}


def png(svg: str) -> bytes:
    """A figure as PNG, twice as large as its SVG."""
    from vl_convert import svg_to_png

    return bytes(svg_to_png(svg, scale=2))


def _drawing(text: str, mark: str) -> str:
    """The drawing with a mark in its first tag, or nothing."""
    found = re.search(rf"<svg[^>]*{re.escape(mark)}[^>]*>.*?</svg>", text, re.DOTALL)
    return found.group() if found else ""


def _style(sheet: str, colours: dict[str, str]) -> str:
    """The page's rules that a drawing may need, with the light colours written out."""
    rules = re.sub(r"@[^{]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", sheet.replace("\n", " "))
    return "\n".join(_written_out(rules, colours))


def _written_out(rules: str, values: dict[str, str]) -> Iterator[str]:
    """The rules without states, their hue as the colour that drawings inherit."""
    for selectors, body in _RULE.findall(rules):
        kept = ", ".join(each.strip() for each in selectors.split(",") if not re.search(r":(?!last-child)", each))
        body = re.sub(r"--hue:", "color:", body).replace("var(--hue)", "currentColor")
        body = _VARIABLE.sub(lambda match: values.get(match[1], "inherit"), body).strip()
        if kept and body and not kept.startswith(("html", "body", "*", "section", "nav")):
            yield f"{kept} {{ {body} }}"


def _standing_alone(svg: str, style: str, shared: str, ground: str) -> str:
    """A drawing as a file: with its size, its style, a background, and no links."""
    root = ElementTree.fromstring(svg)
    left, top, width, height = (float(each) for each in root.attrib["viewBox"].split())
    paper = ElementTree.Element("rect", x=str(left), y=str(top), width=str(width), height=str(height), fill=ground)
    held = ElementTree.fromstring(f"<defs>{shared}</defs>")
    for link in root.iter("a"):
        link.attrib["data-entry"] = link.attrib.pop("href", "").removeprefix("#")
    root[:0] = [held, paper]
    root.attrib |= {"width": f"{width:g}", "height": f"{height:g}", "xmlns": SVG}
    sheet = ElementTree.Element("style")
    sheet.text = style
    root.insert(0, sheet)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _surveys(text: str) -> Iterator[tuple[str, str]]:
    """Each survey of the page as one drawing: its question, its key, and a bar for each group and time."""
    for survey in _SURVEY.findall(text):
        heading = _HEADING.search(survey)
        bars = _BAR.findall(survey)
        if heading and bars:
            yield heading[1], _survey(_words(heading[2]), _KEY.findall(survey), bars)


def _survey(question: str, keys: list[tuple[str, str]], bars: list[str]) -> str:
    width, height = LABELS + BARS + 24, TOP + ROW * len(bars) + 12
    root = ElementTree.Element("svg", {"class": "answers"})
    _text(root, 12, 22, question, "font-weight: 600; font-size: 14px")
    place = 12
    for tint, words in keys:
        ElementTree.SubElement(root, "rect", {"class": tint}, x=str(place), y="36", width="10", height="10")
        _text(root, place + 15, 45, _words(words), "font-size: 11px")
        place += 30 + 6 * len(_words(words))
    root.attrib["viewBox"] = f"0 0 {max(width, place)} {height}"
    for number, bar in enumerate(bars):
        drawing = ElementTree.fromstring(bar)
        top = TOP + ROW * number
        _text(root, 12, top + 15, drawing.attrib.get("aria-label", ""), "font-size: 12px")
        group = ElementTree.SubElement(root, "g", transform=f"translate({LABELS} {top})")
        group.extend(drawing)
    return ElementTree.tostring(root, encoding="unicode")


def _text(root: ElementTree.Element, x: float, y: float, words: str, style: str) -> None:
    ElementTree.SubElement(root, "text", x=str(x), y=str(y), style=style).text = words


def _words(markup: str) -> str:
    """The words of some markup."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", markup)).split())
