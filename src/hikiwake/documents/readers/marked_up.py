"""Marked-up text (a web page, a word processor's document) as plain text in which its parts can still be told apart.

Headings begin with ``#`` signs, quoted blocks with ``>``, items with ``-``; cells of a table stand between ``|``; the
mark of a footnote stands in brackets at its place, and again before the footnote at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_BLANKS = re.compile(r"[^\S\n\xa0]+")
_LINES = re.compile(r" *\n *")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BESIDE = {"nav", "footer", "aside", "form"}
_LEFT_OUT = {"script", "style", "noscript", "template", "svg", "graphic", "img", "head_of_page", "iframe", "object"}
_CELLS = {"td", "th", "cell"}
_BREAKS = {"br", "lb"}
_HOLD = {  # what holds blocks, beside which it may hold words of its own
    "body", "html", "div", "section", "article", "main", "ul", "ol", "list", "table", "tbody", "thead", "tfoot", "dl",
    "figure", "header", "center", "fieldset", "details", "address", "doc", "text",
}  # fmt: skip
_BLOCKS = _HOLD | {
    "p",
    "head",
    "quote",
    "blockquote",
    "li",
    "item",
    "tr",
    "row",
    "pre",
    "dt",
    "dd",
    "figcaption",
    "hr",
    *_HEADINGS,
}
_NOTE = re.compile(r"(?:foot|end)note-\d+")
_BACK = re.compile(r"#(?:foot|end)note-ref-\d+")


def text_of(root: Any) -> str:
    """The text of a tree of elements, one block after another with an empty line between."""
    return "\n\n".join(block for block in _blocks(root, "") if block.strip(" #>-|\n")) + "\n"


def _blocks(element: Any, before: str) -> Iterator[str]:
    """The blocks inside an element, each after the signs that it stands under."""
    words = [_own(element.text)]
    for child in element:
        tag = _tag(child)
        if tag in _BESIDE:
            words.append(_own(child.tail))
        elif tag in _BLOCKS:
            yield from _run(words, before)
            yield from _block(child, tag, before)
            words = [_own(child.tail)]
        else:
            words += [_inline(child, tag), _own(child.tail)]
    yield from _run(words, before)


def _run(words: list[str], before: str) -> Iterator[str]:
    """Words that stand between blocks, as a block."""
    if text := _tidy("".join(words)):
        yield _under(before, text)


def _under(before: str, text: str) -> str:
    """A block whose every line stands after the signs of the quotation it is in."""
    return "\n".join(f"{before}{line}" for line in text.split("\n"))


def _block(element: Any, tag: str, before: str) -> Iterator[str]:
    """One block, by its tag."""
    if tag in _HEADINGS or tag == "head":
        level = _HEADINGS.get(tag) or _HEADINGS.get(str(element.get("rend")), 2)
        if words := _tidy(_words(element)).replace("\n", " "):
            yield f"{before}{'#' * level} {words}"
    elif tag in ("quote", "blockquote"):
        yield from _blocks(element, f"> {before}")
    elif tag in ("li", "item", "dd"):
        yield from _item(element, before)
    elif tag in ("tr", "row"):
        cells = [_tidy(_words(cell)).replace("\n", " ").replace("|", "/") for cell in element if _tag(cell) in _CELLS]
        yield f"{before}| {' | '.join(cells)} |"
    elif tag in ("table", "tbody", "thead", "tfoot"):
        yield "\n".join(_blocks(element, before))
    elif tag == "pre":
        yield _under(before, _words(element).strip("\n"))
    else:
        yield from _blocks(element, before)


def _item(element: Any, before: str) -> Iterator[str]:
    """An item of a list, or a footnote, which has its mark before it."""
    note = _NOTE.fullmatch(str(element.get("id", "")))
    number = element.getparent().index(element) + 1 if note else 0
    first = True
    for block in _blocks(element, before):
        own = block.removeprefix(before)
        yield f"{before}{(f'[{number}] ' if note else '- ') if first else ''}{own}"
        first = False


def _inline(element: Any, tag: str) -> str:
    """The words of an element inside a block."""
    if tag in _LEFT_OUT or (tag == "a" and _BACK.fullmatch(str(element.get("href", "")))):
        return ""
    if tag in _BREAKS:
        return "\n"
    words = _words(element)
    return f"[{words.strip()}]" if tag == "sup" and words.strip().isdecimal() else words


def _words(element: Any) -> str:
    """All words inside an element, whatever it is made of."""
    parts = [_own(element.text) if _tag(element) != "pre" else element.text or ""]
    for child in element:
        tag = _tag(child)
        parts += [_inline(child, tag), "\n" if tag in _BLOCKS else "", _own(child.tail)]
    return "".join(parts)


def _tag(element: Any) -> str:
    """The plain name of an element's tag; a comment has none, and is left out."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else "script"


def _own(text: str | None) -> str:
    """Text as a browser shows it: line ends of the source are blanks."""
    return (text or "").replace("\n", " ")


def _tidy(text: str) -> str:
    """Text with single blanks and without those at the ends of lines."""
    return _LINES.sub("\n", _BLANKS.sub(" ", text)).strip()
