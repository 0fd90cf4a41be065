"""RIS: one tag a line, as reference managers exchange it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hikiwake.documents.bibliography.reference import Reference, family_and_given, plain_name
from hikiwake.errors import BibliographyError

KINDS = {
    "RPRT": "report",
    "JOUR": "article",
    "BOOK": "book",
    "CHAP": "chapter",
    "THES": "thesis",
    "ELEC": "webpage",
    "GEN": "document",
}
_SAME_KIND = {"MGZN": "article", "NEWS": "article", "CONF": "chapter", "CPAPER": "chapter", "BLOG": "webpage"} | KINDS
_TYPE = {kind: name for name, kind in KINDS.items()}
_LINE = re.compile(r"([A-Z][A-Z0-9])  ?-(?: (.*))?$")
_WITHIN = ("JO", "JF", "T2", "PB", "BT")


def ris_text(references: tuple[Reference, ...]) -> str:
    """References as RIS, lines ended as the format wants them."""
    lines = (line for reference in references for line in _lines(reference))
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in lines)


def _lines(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPE.get(reference.kind, "GEN")
    yield "ID", reference.key
    yield "TI", reference.title
    for author in reference.authors:
        person = family_and_given(author)
        yield "AU", ", ".join(person) if person else f"{author}," if "," in author else author
    if reference.within:
        yield ("T2" if reference.kind in ("article", "chapter") else "PB"), reference.within
    yield "PY", f"{reference.year:04d}"
    if reference.month:
        yield "DA", f"{reference.date.replace('-', '/')}{'' if reference.day else '/'}/"
    if reference.language:
        yield "LA", reference.language
    if reference.address:
        yield "UR", reference.address
    yield "ER", ""


def read_ris(text: str, file: str) -> list[Reference]:
    """The references in RIS. Raises ``BibliographyError`` with the line of the first fault."""
    found: list[Reference] = []
    begun, values = 0, {}  # type: int, dict[str, list[str]]
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff")), 1):
        match = _LINE.match(line.rstrip())
        if match is None:
            _go_on(line, values, begun, f"{file}:{number}")
        elif match[1] == "TY":
            if begun:
                raise BibliographyError(f"{file}:{number}: found 'TY', expected 'ER' before it; nothing was taken over")
            begun, values = number, {"TY": [match[2] or ""]}
        elif not begun:
            raise BibliographyError(f"{file}:{number}: found {line[:20]!r}, expected 'TY  - '; nothing was taken over")
        elif match[1] == "ER":
            found.append(_reference(values, f"{file}:{begun}"))
            begun = 0
        else:
            values.setdefault(match[1], []).append((match[2] or "").strip())
    if begun:
        raise BibliographyError(f"{file}:{begun}: the entry has no end, 'ER  - '; nothing was taken over")
    return found


def _go_on(line: str, values: dict[str, list[str]], begun: int, place: str) -> None:
    """A line without a tag continues the value before it; outside an entry only an empty one is expected."""
    if line.strip() and not begun:
        raise BibliographyError(f"{place}: found {line[:20]!r}, expected a tag, as in 'TY  - '; nothing was taken over")
    if line.strip():
        last = list(values.values())[-1]
        last[-1] = f"{last[-1]} {line.strip()}"


def _reference(values: dict[str, list[str]], place: str) -> Reference:
    def first(*tags: str) -> str:
        return next((values[tag][0] for tag in tags if values.get(tag) and values[tag][0]), "")

    date = re.findall(r"\d+", first("DA", "PY", "Y1"))
    year = re.search(r"\d{4}", first("PY", "Y1", "DA"))
    title = first("TI", "T1", "CT")
    if not title or year is None:
        raise BibliographyError(f"{place}: the entry lacks a title (TI) or a year (PY); nothing was taken over")
    doi = first("DO")
    return Reference(
        first("ID"),
        _SAME_KIND.get(first("TY"), "document"),
        title,
        tuple(_said(name) for tag in ("AU", "A1") for name in values.get(tag, ()) if name),
        first(*_WITHIN),
        int(year[0]),
        int(date[1]) if len(date) > 1 else None,
        int(date[2]) if len(date) > 2 else None,
        first("LA"),
        first("UR", "L1") or (f"https://doi.org/{doi}" if doi else ""),
    )


def _said(name: str) -> str:
    """A name as it is said; a further comma at its end keeps the commas of a body's name."""
    return name[:-1] if name.endswith(",") and "," in name[:-1] else plain_name(name)
