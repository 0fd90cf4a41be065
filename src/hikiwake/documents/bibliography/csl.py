"""CSL-JSON: the form in which citation processors take a bibliography."""

from __future__ import annotations

import json
from typing import Any

from hikiwake.documents.bibliography.reference import Reference, family_and_given
from hikiwake.errors import BibliographyError

KINDS = {
    "report": "report",
    "article-journal": "article",
    "book": "book",
    "chapter": "chapter",
    "thesis": "thesis",
    "webpage": "webpage",
    "document": "document",
}
_SAME_KIND = {"article": "article", "article-magazine": "article", "article-newspaper": "article"} | KINDS
_SAME_KIND |= {"paper-conference": "chapter", "post-weblog": "webpage", "post": "webpage"}
_TYPE = {kind: name for name, kind in KINDS.items()}


def csl_text(references: tuple[Reference, ...]) -> str:
    """References as CSL-JSON."""
    return json.dumps([_item(reference) for reference in references], ensure_ascii=False, indent=1) + "\n"


def _item(reference: Reference) -> dict[str, Any]:
    date = [part for part in (reference.year, reference.month, reference.day) if part]
    item = {
        "id": reference.key,
        "type": _TYPE.get(reference.kind, "document"),
        "title": reference.title,
        "author": [_name(author) for author in reference.authors],
        "container-title" if reference.kind in ("article", "chapter") else "publisher": reference.within,
        "issued": {"date-parts": [date]},
        "language": reference.language,
        "URL": reference.address,
    }
    return {key: value for key, value in item.items() if value}


def _name(author: str) -> dict[str, str]:
    person = family_and_given(author)
    return {"family": person[0], "given": person[1]} if person else {"literal": author}


def read_csl(text: str, file: str) -> list[Reference]:
    """The references in CSL-JSON. Raises ``BibliographyError`` with the line, or the item, of the first fault."""
    try:
        items = json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        raise BibliographyError(f"{file}:{error.lineno}: not JSON ({error.msg}); nothing was taken over") from error
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise BibliographyError(f"{file}:1: expected a list of items, as in [{{...}}]; nothing was taken over")
    return [_reference(item, f"{file}, item {number}") for number, item in enumerate(items, 1)]


def _reference(item: dict[str, Any], place: str) -> Reference:
    try:
        issued = item["issued"]
        date = [int(part) for part in issued["date-parts"][0]] if "date-parts" in issued else [int(issued["raw"][:4])]
        title, year = str(item["title"]).strip(), date[0]
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise BibliographyError(f"{place} lacks a title or a year (issued); nothing was taken over") from error
    doi = str(item.get("DOI", ""))
    return Reference(
        str(item.get("id", "")),
        _SAME_KIND.get(str(item.get("type", "")), "document"),
        title,
        tuple(filter(None, (_said(name) for name in item.get("author") or item.get("editor") or ()))),
        str(item.get("container-title") or item.get("publisher") or ""),
        year,
        date[1] if len(date) > 1 else None,
        date[2] if len(date) > 2 else None,
        str(item.get("language", "")),
        str(item.get("URL") or (f"https://doi.org/{doi}" if doi else "")),
    )


def _said(name: dict[str, str]) -> str:
    parts = (name.get("given", ""), name.get("non-dropping-particle", ""), name.get("family", ""))
    return str(name.get("literal") or " ".join(filter(None, parts)))
