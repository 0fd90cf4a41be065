"""RIS, read and written by rispy; here sloppy lines are put right first, and tags become references, and back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from hikiwake.documents.bibliography.dates import EXPECTED, dated, is_plain
from hikiwake.documents.bibliography.faults import LONGEST_FIELD, MOST_ENTRIES, LeftOut, OddEntryError, clean, short
from hikiwake.documents.bibliography.names import OTHERS, Author
from hikiwake.documents.bibliography.reference import Reference, address_of
from hikiwake.documents.bibliography.ris_names import names_in_line
from hikiwake.documents.bibliography.written_dates import read_date

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
_SAME_KIND |= {"EJOUR": "article", "INPR": "article", "JFULL": "article", "ECHAP": "chapter", "EBOOK": "book"}
_SAME_KIND |= {"EDBOOK": "book", "GOVDOC": "report", "WEB": "webpage"}
_TYPE = {kind: name for name, kind in KINDS.items()}
_TAGS = [
    "TY",
    "ID",
    "TI",
    "T1",
    "CT",
    "BT",
    "AU",
    "A1",
    "A2",
    "A3",
    "A4",
    "ED",
    "JO",
    "JF",
    "JA",
    "T2",
    "PB",
    "PY",
    "Y1",
    "DA",
    "LA",
    "UR",
    "L1",
    "DO",
    "ER",
    "UK",
]
_LINE = re.compile(r"([A-Z][A-Z0-9])(?:[ \t]{1,3}-(?:[ \t](.*))?|[ \t]*)$", re.DOTALL)
Found = tuple[list[Reference], list[LeftOut]]


def ris_text(references: tuple[Reference, ...]) -> str:
    """References as RIS, lines ended as the format wants them."""
    import rispy  # type: ignore[import-untyped]

    class Writer(rispy.RisWriter):  # type: ignore[misc]
        """Without the numbers that rispy puts before the entries."""

        def set_header(self, _count: int) -> str:
            """Nothing."""
            return ""

    rows = [_row(reference) for reference in references]
    options = {"mapping": _mapping(), "list_tags": ["AU"], "delimiter_tags_mapping": {}}
    return str(rispy.dumps(rows, implementation=Writer, **options)).replace("\n", "\r\n")


def _mapping() -> dict[str, str]:
    return {tag: tag.casefold() for tag in _TAGS} | {"TY": "type_of_reference"}


def _row(reference: Reference) -> dict[str, str | list[str]]:
    whole = reference.kind in ("article", "chapter")
    date = reference.date.split("-") if is_plain(reference.date) else [reference.date[:4], "", "", reference.date]
    row: dict[str, str | list[str]] = {
        "type_of_reference": _TYPE.get(reference.kind, "GEN"),
        "id": reference.key,
        "ti": reference.title,
        "au": [_sorted(author) for author in reference.authors],
        "t2" if whole else "pb": reference.within,
        "py": reference.date[:4],
        "da": "/".join([*date, "", ""][:3]) + f"/{''.join(date[3:])}" if len(date) > 1 else "",
        "la": reference.language,
        "ur": reference.address,
    }
    return {tag: value if isinstance(value, list) else " ".join(value.split()) for tag, value in row.items() if value}


def _sorted(author: Author) -> str:
    """Family, given, suffix; in the name of a body a comma is doubled, and a semicolon, which RIS lacks, is one."""
    if author.literal:
        return re.sub(r"\s*[,;]\s*", ",, ", author.literal)
    parts = [part.replace(",", " ").replace(";", " ") for part in (author.surname, author.given, author.suffix) if part]
    return ", ".join(parts) if len(parts) > 1 else f"{parts[0]},"


@dataclass(slots=True)
class _Lines:
    """The lines of one entry as they are gathered: its first line, tags with the line and the pieces of each value."""

    line: int
    values: list[tuple[str, int, list[str]]] = field(default_factory=list)


def read_ris(text: str, file: str) -> Found:
    """The references in RIS, and what is left out of it with its line. Raises nothing for odd entries."""
    found: list[Reference] = []
    left: list[LeftOut] = []
    for lines in _entries(text, file, left):
        if len(found) >= MOST_ENTRIES:
            left.append(LeftOut(file, lines.line, "", f"more than {MOST_ENTRIES:,} entries", "a smaller file"))
            break
        name = next((_text(pieces) for tag, _, pieces in lines.values if tag == "ID"), "")[:60]
        try:
            found.append(_reference(_tags(lines), {tag: line for tag, line, _ in reversed(lines.values)}))
        except OddEntryError as odd:
            left.append(LeftOut(file, odd.line or lines.line, ascii(name)[1:-1], odd.found, odd.expected))
    return found, sorted(left, key=lambda each: each.line)


def _entries(text: str, file: str, left: list[LeftOut]) -> Iterator[_Lines]:
    """The entries; lines that stand in none are noted, and an entry without its end ends where the next begins."""
    current: _Lines | None = None
    stray = False
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text.replace("\u00a0", " ")), 1):
        match = _LINE.match(line.strip("\ufeff \t\x1a")) if len(line) < LONGEST_FIELD * 2 else None
        tag = match[1] if match and (match[1] == "ER" or "-" in line) else ""
        if tag == "TY":
            if current:
                yield current
            current, stray = _Lines(number, [("TY", number, [(match and match[2]) or ""])]), False
        elif current is None:
            if not re.fullmatch(r"[\s\x1a]*(?:\d{1,6}\.?\s*)?", line) and not stray and tag != "ER":
                left.append(LeftOut(file, number, "", f"found {short(line.strip()[:40])}", "a tag, as in 'TY  - BOOK'"))
                stray = True
        elif tag == "ER":
            yield current
            current = None
        elif tag:
            current.values.append((tag, number, [(match and match[2]) or ""]))
        elif line.strip():
            current.values[-1][2].append(line.strip())
    if current:
        yield current


def _text(pieces: list[str]) -> str:
    return " ".join(pieces).strip()


def _tags(lines: _Lines) -> dict[str, list[str]]:
    """The values of an entry by tag, as rispy reads them."""
    import rispy

    kept = [(tag, _text(pieces)) for tag, _, pieces in lines.values if tag in _TAGS and tag not in ("UK", "ER")]
    text = "".join(f"{tag}  - {' '.join(value.splitlines())}\n" for tag, value in kept) + "ER  - \n"
    tags = [tag for tag in _TAGS if tag not in ("TY", "UK")]
    rows = rispy.loads(text, mapping=_mapping(), list_tags=tags, delimiter_tags_mapping={})
    row = rows[0] if rows else {}
    return {tag: value if isinstance(value, list) else [value] for tag, value in row.items() if tag != "unknown_tag"}


def _reference(tags: dict[str, list[str]], lines: dict[str, int]) -> Reference:
    def first(*names: str) -> str:
        return next((text for name in names for each in tags.get(name, ()) if (text := clean(each, name.upper()))), "")

    kind = _SAME_KIND.get(first("type_of_reference").upper(), "document")
    title = first("ti", "t1", "ct", *(("bt", "t2") if kind in ("book", "report", "document") else ()))
    if not title:
        raise OddEntryError("no title (TI)", "a title, as in 'TI  - ...'")
    names = _names(tags, "au", "a1") or _names(tags, "a2", "ed") or _names(tags, "a3") or _names(tags, "a4")
    return Reference(
        first("id"),
        kind,
        title,
        names,
        first("jo", "jf", "t2", "ja", "pb", "bt") if kind != "book" else first("pb", "jo", "jf"),
        _date(first("da"), first("py"), first("y1"), lines),
        first("la"),
        address_of("".join(first("ur", "l1").split()), first("do")),
    )


def _names(tags: dict[str, list[str]], *names: str) -> tuple[Author, ...]:
    """The authors under some tags; several in one line stand apart by semicolons, or in other ways that are plain."""
    told = [part.strip() for name in names for line in tags.get(name, ()) for part in clean(line, name).split(";")]
    found = [author for name in told if name.strip(" ,") for author in names_in_line(name)]
    named = tuple(author for author in found if author != OTHERS and (author.literal or author.family))
    return (*named, OTHERS) if named and OTHERS in found else named


def _date(day: str, year: str, first: str, lines: dict[str, int]) -> str:
    """One date: that of DA where it tells a year, else of PY, else of Y1."""
    for tag, text in (("DA", day), ("PY", year), ("Y1", first)):
        if text:
            try:
                found = _read(text) or (
                    _read(f"{text} {year}") if tag == "DA" and not re.search(r"\d{4}", text) else None
                )
            except OddEntryError as odd:
                raise OddEntryError(f"{tag} {short(text)}: {odd.found}", odd.expected, lines.get(tag, 0)) from odd
            if found:
                return found
    told = next(
        (f"{tag} {short(text)}" for tag, text in (("DA", day), ("PY", year), ("Y1", first)) if text), "no year (PY)"
    )
    raise OddEntryError(told, EXPECTED)


def _read(text: str) -> str | None:
    """A date of RIS, ``YYYY/MM/DD/other words``, or any other."""
    parts = re.fullmatch(r"(\d{4})(?:/(\d*)(?:/(\d*)(?:/(.*))?)?)?", text.strip())
    if parts is None or len(parts[2] or "") == 4:
        return read_date(text)
    year, month, day, other = (part or "" for part in parts.groups())
    if len(month) > 2 or len(day) > 2:
        raise OddEntryError(f"month {short(month)} and day {short(day)}", EXPECTED)
    exact = read_date(other) if other and re.match(r"\d{4}", other) else None
    season = read_date(f"{other} {year}") if other and not month and not exact else None
    return exact or season or dated(int(year), int(month or 0) or None, int(day or 0) or None)
