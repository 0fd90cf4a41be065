"""CSL-JSON, the form in which citation processors take a bibliography, by the standard library's json."""

from __future__ import annotations

import json
import re
from typing import Any

from hikiwake.documents.bibliography.csl_dates import date_of, issued
from hikiwake.documents.bibliography.faults import MOST_ENTRIES, LeftOut, OddEntryError, clean, short
from hikiwake.documents.bibliography.names import OTHERS, Author, body, person
from hikiwake.documents.bibliography.reference import Reference, address_of
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
_NEXT = re.compile(r"\}\s{0,100},\s{0,100}(?=\{\s{0,100}\")")
_MOST_BROKEN = 100
_BLANK = re.compile(r"[ \t\r\n]*")
Found = tuple[list[Reference], list[LeftOut]]


def csl_text(references: tuple[Reference, ...]) -> str:
    """References as CSL-JSON."""
    return json.dumps([_item(reference) for reference in references], ensure_ascii=False, indent=1) + "\n"


def _item(reference: Reference) -> dict[str, Any]:
    item = {
        "id": reference.key,
        "type": _TYPE.get(reference.kind, "document"),
        "title": reference.title,
        "author": [_name(author) for author in reference.authors],
        "container-title" if reference.kind in ("article", "chapter") else "publisher": reference.within,
        "issued": issued(reference.date) if reference.date else {},
        "language": reference.language,
        "URL": reference.address,
    }
    return {key: value for key, value in item.items() if value}


def _name(author: Author) -> dict[str, str]:
    parts = {"literal": author.literal, "family": author.family, "given": author.given, "suffix": author.suffix}
    return {key: part for key, part in (parts | {"non-dropping-particle": author.particle}).items() if part}


def read_csl(text: str, file: str) -> Found:
    """The references in CSL-JSON, and what is left out of it with its line.

    Raises ``BibliographyError`` where the file is no list; nothing for odd items.
    """
    found: list[Reference] = []
    left: list[LeftOut] = []
    text = _as_list(text)
    line, place = 1, _open(text, file)
    decoder = json.JSONDecoder(parse_int=_whole, parse_constant=str)
    for number in range(1, MOST_ENTRIES + 2):
        blank = _BLANK.match(text, place)
        start = blank.end() if blank else place
        line += text.count("\n", place, start)
        if text.startswith("]", start):
            return found, left + _after(text, start + 1, line, file)
        if number > MOST_ENTRIES:
            left.append(LeftOut(file, line, "", f"more than {MOST_ENTRIES:,} items", "a smaller file"))
            break
        try:
            item, end = decoder.raw_decode(text, start)
            place = _comma(text, end)
        except (json.JSONDecodeError, RecursionError) as error:
            left.append(_not_json(error, file, line, number))
            after = _NEXT.search(text, error.pos) if isinstance(error, json.JSONDecodeError) else None
            if after is None or len(left) > _MOST_BROKEN:
                break
            place = after.end()
            line += text.count("\n", start, place)
            continue
        _take(item, number, file, line, found, left)
        line += text.count("\n", start, place)
    return found, left


def _as_list(text: str) -> str:
    """Of a text that holds one item, or a list under ``items`` or ``references``, the list; others as they are."""
    if not (begun := re.match(r'\s*\{\s*"(?:(items|references)"\s*:\s*(?=\[))?', text)):
        return text
    if begun[1]:
        end = text.rfind("]") + 1 or len(text)
        return "\n" * text.count("\n", 0, begun.end()) + text[begun.end() : end]
    return f"[{text}]" if re.search(r'"title"\s*:', text) else text


def _open(text: str, file: str) -> int:
    begin = re.match(r"[ \t\r\n]*\[", text)
    if begin:
        return begin.end()
    try:
        json.JSONDecoder(parse_int=_whole, parse_constant=str).decode(text)
    except json.JSONDecodeError as error:
        raise BibliographyError(f"{file}:{error.lineno}: not JSON ({error.msg}); nothing was taken over") from error
    except RecursionError as error:
        raise BibliographyError(f"{file}:1: nested too deeply; nothing was taken over") from error
    raise BibliographyError(f"{file}:1: expected a list of items, as in [{{...}}]; nothing was taken over")


def _comma(text: str, end: int) -> int:
    """The place after the comma behind an item, or of the bracket that closes the list."""
    blank = _BLANK.match(text, end)
    place = blank.end() if blank else end
    if text.startswith(",", place):
        return place + 1
    if text.startswith("]", place):
        return place
    raise json.JSONDecodeError("expected a comma or ]", text, place)


def _after(text: str, place: int, line: int, file: str) -> list[LeftOut]:
    rest = text[place : place + 1000].strip()
    return [LeftOut(file, line, "", f"found {short(rest[:40])} after the list", "nothing")] if rest else []


def _whole(digits: str) -> int | str:
    return int(digits) if len(digits) <= 18 else digits


def _not_json(error: Exception, file: str, line: int, number: int) -> LeftOut:
    if isinstance(error, json.JSONDecodeError):
        return LeftOut(file, error.lineno, f"item {number}", f"not JSON ({error.msg})", "JSON")
    return LeftOut(file, line, f"item {number}", "nested too deeply", "an item; what follows is not read")


def _take(item: object, number: int, file: str, line: int, found: list[Reference], left: list[LeftOut]) -> None:
    name = f"item {number}"
    try:
        if not isinstance(item, dict):
            raise OddEntryError(
                f"found {short(item)[:60] if not isinstance(item, list) else 'a list'}", "an item as {...}"
            )
        name = _text(item, "id") or name
        found.append(_reference(item))
    except (OddEntryError, RecursionError) as error:
        odd = error if isinstance(error, OddEntryError) else OddEntryError("nested too deeply", "plain values")
        left.append(LeftOut(file, line, name[:60], odd.found, odd.expected))


def _reference(item: dict[str, Any]) -> Reference:
    title = _text(item, "title")
    if not title:
        raise OddEntryError("no title", 'a title, as in "title": "..."')
    names = item.get("author") or item.get("editor") or []
    names = [names] if isinstance(names, dict) else names
    if not isinstance(names, list):
        raise OddEntryError(f"author {short(names)}", 'a list of names, as [{"family": "...", "given": "..."}]')
    told = [author for name in names if name is not None and (author := _author(name))]
    named = tuple(author for author in told if author != OTHERS)
    return Reference(
        _text(item, "id"),
        _SAME_KIND.get(_text(item, "type"), "document"),
        title,
        (*named, OTHERS) if named and OTHERS in told else named,
        _text(item, "container-title") or _text(item, "publisher"),
        date_of(item.get("issued")),
        _text(item, "language"),
        address_of("".join(_text(item, "URL").split()), _text(item, "DOI")),
    )


def _text(item: dict[str, Any], name: str) -> str:
    """A field as text: nothing for null, of a list the first that is told. Raises ``OddEntryError`` for others."""
    value = item.get(name)
    if isinstance(value, list):
        value = next((each for each in value if each), None)
    if value is None:
        return ""
    if isinstance(value, int) and not isinstance(value, bool) and name in ("id", "title"):
        value = str(value)
    if not isinstance(value, str):
        raise OddEntryError(
            f"{name} {short(value) if not isinstance(value, list | dict) else 'of several values'}", "text"
        )
    return clean(value, name)


def _author(name: object) -> Author | None:
    if not isinstance(name, dict):
        raise OddEntryError("a name that is no object", '{"family": "...", "given": "..."} or {"literal": "..."}')
    literal, family, given = _text(name, "literal"), _text(name, "family"), _text(name, "given")
    if literal or not (family or given):
        return body(literal) if literal.strip(" ,") else None
    particles = (_text(name, "dropping-particle"), _text(name, "non-dropping-particle"))
    found = person(family, given, " ".join(filter(None, particles)), _text(name, "suffix"))
    return found if found.literal or found.family else None
