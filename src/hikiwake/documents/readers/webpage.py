"""A web page: its main text without menus and advertisements, and what it says of itself.

What is the article is found by trafilatura, which may leave out what stands twice; the stored text is therefore that of
the smallest part of the page that holds nearly all of the article, word for word. The page itself stays with its owner:
a workbench keeps its bytes beside the text.
"""

from __future__ import annotations

import re
from typing import Any

from hikiwake.documents.readers.marked_up import text_of
from hikiwake.documents.readers.plain import read_plain
from hikiwake.documents.readers.read import ReadText, UnfitError

NEARLY_ALL = 0.85  # of the article's letters
LEAST = 0.25  # of the page's letters that the article must have, else the whole page is taken
_META = {
    "author": ("author", "article:author", "dc.creator", "citation_author", "parsely-author"),
    "publisher": ("og:site_name", "citation_publisher", "dc.publisher", "publisher"),
    "date": ("article:published_time", "citation_publication_date", "dc.date", "date", "parsely-pub-date"),
}
_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def read_webpage(content: bytes) -> ReadText:
    """The text of a page. Raises ``UnfitError`` where it holds none."""
    import lxml.html
    import trafilatura
    from lxml.etree import ParserError

    tree = _tree(content)
    if tree is None:
        raise UnfitError("holds no text")
    try:
        found: Any = trafilatura.bare_extraction(
            lxml.html.tostring(tree, encoding="unicode"), with_metadata=True, include_comments=False, favor_recall=True
        )
    except (ValueError, TypeError, AttributeError, ParserError):  # of pages that are broken in odd ways
        found = None
    whole = _visible(tree)
    text = text_of(_article(whole, found.body) if found is not None and found.body is not None else whole)
    if _letters(text) < LEAST * _letters(text_of(whole)):
        text = text_of(whole)
    if not _letters(text):
        raise UnfitError("holds no text")
    return ReadText(text, _says(tree, found))


def _tree(content: bytes) -> Any:
    """The page as a tree of elements, in the encoding that it names or that is found."""
    import lxml.html
    import trafilatura
    from lxml.etree import ParserError

    tree = trafilatura.load_html(content)
    if tree is not None:
        return tree
    try:
        return lxml.html.document_fromstring(read_plain(content).text)  # a part of a page
    except (ParserError, ValueError):
        return None


def _visible(tree: Any) -> Any:
    """The part of a page that a browser shows."""
    body = tree.find(".//body")
    return tree if body is None else body


def _article(whole: Any, found: Any) -> Any:
    """The smallest part of a page that holds nearly all letters of what was found to be its article."""
    wanted = {text: len(text) for each in found.iter() if (text := _plain(each)) and not len(each)}
    weight: dict[Any, int] = {}
    for each in whole.iter():
        if isinstance(each.tag, str) and (letters := wanted.get(_plain(each), 0)):
            for holder in (each, *each.iterancestors()):
                weight[holder] = weight.get(holder, 0) + letters
    part, least = whole, NEARLY_ALL * weight.get(whole, 0)
    while smaller := next((each for each in part if weight.get(each, 0) >= least > 0 and len(each)), None):
        part = smaller
    return part


def _plain(element: Any) -> str:
    """The words of an element with single blanks between."""
    return " ".join("".join(element.itertext()).split())


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _says(tree: Any, found: Any) -> dict[str, str]:
    """Title, author, date, publisher and language, as the page's own fields give them, else as they were found."""
    fields: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").lower()
        fields.setdefault(name, (meta.get("content") or "").strip())
    says = {key: next((fields[name] for name in names if fields.get(name)), "") for key, names in _META.items()}
    for key, attribute in (("title", "title"), ("author", "author"), ("date", "date"), ("publisher", "sitename")):
        says[key] = says.get(key) or str(getattr(found, attribute, None) or "")
    day = _DAY.match(says["date"])
    says["date"] = day.group() if day else ""
    says["language"] = str(tree.get("lang") or "").partition("-")[0].lower()
    return {key: " ".join(value.split()) for key, value in says.items() if value}
