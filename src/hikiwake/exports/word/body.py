"""The text of a brief and its notes as WordprocessingML: headings, paragraphs, tables, and real footnotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hikiwake.exports.word.chart import WIDTH, chart
from hikiwake.exports.word.elements import (
    MAIN,
    Element,
    cell,
    element,
    footnote_reference,
    paragraph,
    row,
    run,
    table,
    valued,
)
from hikiwake.report.brief.content import Block, Brief, Chart, Clauses, Heading, Note, Paragraph, Table

_LOOKS = {"": "", "headline": "Headline", "soft": "Aside", "item": "ListItem"}
_A4 = {"w:w": "11906", "w:h": "16838"}
_MARGINS = {"top": 1000, "right": 1000, "bottom": 1000, "left": 1000, "header": 500, "footer": 500, "gutter": 0}
SEPARATORS = (("separator", "-1"), ("continuationSeparator", "0"))  # the lines above the notes, which Word wants


def document(brief: Brief) -> Element:
    """The part ``word/document.xml``."""
    head = [paragraph([run(brief.title)], "Title"), paragraph([run(brief.question)], "Subtitle")]
    blocks = [made for block in brief.blocks for made in _block(block)]
    margins = element("w:pgMar", {f"w:{side}": str(width) for side, width in _MARGINS.items()})
    section = element("w:sectPr", None, [element("w:pgSz", _A4), margins])
    body = element("w:body", None, [*head, *blocks, section])
    return element("w:document", {"xmlns:w": MAIN}, [body])


def footnotes(notes: Iterable[Note]) -> Element:
    """The part ``word/footnotes.xml``."""
    lines = [element("w:footnote", {"w:type": kind, "w:id": number},
                     [paragraph([element("w:r", None, [element(f"w:{kind}")])])])
             for kind, number in SEPARATORS]  # fmt: skip
    return element("w:footnotes", {"xmlns:w": MAIN}, [*lines, *map(_note, notes)])


def settings() -> Element:
    """The part ``word/settings.xml``."""
    lines = [element("w:footnote", {"w:id": number}) for _, number in SEPARATORS]
    return element("w:settings", {"xmlns:w": MAIN}, [element("w:footnotePr", None, lines)])


def _note(note: Note) -> Element:
    mark = element("w:r", None, [element("w:rPr", None, [valued("w:rStyle", "FootnoteReference")]),
                                 element("w:footnoteRef")])  # fmt: skip
    return element("w:footnote", {"w:id": str(note.number)}, [paragraph([mark, run(f" {note.text}")], "FootnoteText")])


def _block(block: Block) -> Iterator[Element]:
    match block:
        case Heading():
            yield paragraph([run(block.text)], f"Heading{block.level}")
        case Paragraph():
            dash = [run("– ")] if block.look == "item" else []
            yield paragraph([*dash, *_runs(block.clauses)], _LOOKS[block.look])
        case Table():
            yield _table(block)
            yield paragraph([], "Cell")  # between two tables Word wants a paragraph
        case Chart():
            yield from chart(block)


def _runs(clauses: Clauses) -> Iterator[Element]:
    for each in clauses:
        yield run(each.text, strong=each.strong)
        if each.note:
            yield footnote_reference(each.note)


def _table(block: Table) -> Element:
    widths = [WIDTH * width // sum(block.widths) for width in block.widths]
    head = [cell([paragraph([run(text, strong=True)], "Cell")], width)
            for text, width in zip(block.head, widths, strict=True)]  # fmt: skip
    rows = [row([cell([paragraph(_runs(each), "Cell")], width) for each, width in zip(line, widths, strict=True)])
            for line in block.rows]  # fmt: skip
    return table([row(head, head=True), *rows], widths)
