"""BibTeX, split into entries and fields by bibtexparser; here fields become references, and references fields."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from hikiwake.documents.bibliography.bibtex_names import names_of, names_text
from hikiwake.documents.bibliography.bibtex_values import joined_value
from hikiwake.documents.bibliography.dates import EXPECTED, dated, is_plain
from hikiwake.documents.bibliography.faults import MOST_ENTRIES, LeftOut, OddEntryError, clean, short
from hikiwake.documents.bibliography.inheritance import Entry, inherited
from hikiwake.documents.bibliography.reference import Reference, address_of
from hikiwake.documents.bibliography.tex import escaped, plain
from hikiwake.documents.bibliography.written_dates import month_number, read_date

KINDS = {
    "techreport": "report",
    "article": "article",
    "book": "book",
    "incollection": "chapter",
    "phdthesis": "thesis",
    "online": "webpage",
    "misc": "document",
}
_SAME_KIND = {"inproceedings": "chapter", "conference": "chapter", "inbook": "chapter", "mastersthesis": "thesis"}
_SAME_KIND |= {"report": "report", "thesis": "thesis", "electronic": "webpage", "www": "webpage", "mvbook": "book"}
_SAME_KIND |= {"collection": "book", "proceedings": "book", "suppbook": "chapter", "booklet": "book"} | KINDS
_TYPE = {kind: name for name, kind in KINDS.items()}
_WITHIN = {
    "article": "journal",
    "chapter": "booktitle",
    "book": "publisher",
    "report": "institution",
    "thesis": "school",
}
_WITHIN_FIELDS = (
    "journal",
    "journaltitle",
    "booktitle",
    "maintitle",
    "institution",
    "publisher",
    "school",
    "organization",
    "howpublished",
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_BEGIN = re.compile(r"@\w{1,40}[ \t]{0,9}[{(]")
Found = tuple[list[Reference], list[LeftOut]]


def bibtex_text(references: tuple[Reference, ...]) -> str:
    """References as BibTeX; titles keep their capitals, bodies and addresses stay as they are."""
    return "\n".join(map(_written, references))


def _written(reference: Reference) -> str:
    from bibtexparser import model
    from bibtexparser.entrypoint import write_string
    from bibtexparser.library import Library
    from bibtexparser.writer import BibtexFormat

    fields = [model.Field(name, value) for name, value in _fields(reference)]
    entry = model.Entry(_TYPE.get(reference.kind, "misc"), reference.key, fields)
    form = BibtexFormat()  # type: ignore[no-untyped-call]
    form.indent, form.trailing_comma = "  ", True
    return write_string(Library([entry]), unparse_stack=[], bibtex_format=form)


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    date = reference.date
    ends = date.split("-") if is_plain(date) else [date[:4]]
    values = {
        "title": f"{{{escaped(reference.title)}}}",
        "author": names_text(reference.authors),
        _WITHIN.get(reference.kind, "howpublished"): escaped(reference.within),
        "year": ends[0],
        "month": _MONTHS[int(ends[1]) - 1] if len(ends) > 1 else "",
        "day": str(int(ends[2])) if len(ends) > 2 else "",
        "date": reference.issued,
        "language": escaped(reference.language),
        "url": reference.address if _verbatim(reference.address) else escaped(reference.address),
    }
    for name, value in values.items():
        if value:
            yield name, value if name == "month" else f"{{{value}}}"


def _verbatim(address: str) -> bool:
    """Whether an address can stand in braces as it is."""
    return not re.search(r"[{}\\]", address)


def read_bibtex(text: str, file: str) -> Found:
    """The references in BibTeX, and what is left out of it with its line. Raises nothing for odd entries."""
    end = next((begun.start() for begun in islice(_BEGIN.finditer(text), MOST_ENTRIES, None)), len(text))
    entries, left = _entries(text[:end], file)
    if end < len(text):
        line = text.count("\n", 0, end) + 1
        left.append(LeftOut(file, line, "", f"more than {MOST_ENTRIES:,} entries", "a smaller file"))
    by_key = {entry.key.casefold(): entry for entry in reversed(entries)}
    found: list[Reference] = []
    for entry in entries:
        if entry.kind in ("xdata", "set"):
            continue
        try:
            found.append(_reference(entry, inherited(entry, by_key)))
        except OddEntryError as odd:
            left.append(LeftOut(file, odd.line or entry.line, entry.key, odd.found, odd.expected))
    return found, sorted(left, key=lambda each: each.line)


def _entries(text: str, file: str) -> tuple[list[Entry], list[LeftOut]]:
    """The entries with their values joined, and the blocks that are no entries."""
    from bibtexparser import model
    from bibtexparser.entrypoint import parse_string

    logging.getLogger("bibtexparser").addHandler(logging.NullHandler())
    strings: dict[str, str | None] = {month: month for month in _MONTHS}
    entries: list[Entry] = []
    left: list[LeftOut] = []
    for block in parse_string(text, parse_stack=[]).blocks:
        whole = getattr(block, "ignore_error_block", None) or block
        line = (whole.start_line or 0) + 1
        if isinstance(whole, model.Entry):
            entries.append(_entry(whole, line, strings))
        elif isinstance(whole, model.String):
            strings[whole.key.casefold()] = joined_value(whole.value, strings)
        elif isinstance(whole, model.ParsingFailedBlock):
            left.append(_broken(whole, file, line))
        elif isinstance(whole, model.ImplicitComment) and (at := re.search(r"^\s*@\w+.*", whole.comment, re.MULTILINE)):
            line += whole.comment.count("\n", 0, at.start())
            left.append(LeftOut(file, line, "", f"found {short(at[0].strip())}", "a brace after the kind of entry"))
    return entries, left


def _entry(block: Any, line: int, strings: Mapping[str, str | None]) -> Entry:
    values: dict[str, str | None] = {}
    for field in block.fields:
        values.setdefault(field.key.strip().casefold(), joined_value(field.value, strings))
    return Entry(line, block.entry_type.casefold(), " ".join(block.key.split()), values)


def _broken(block: Any, file: str, line: int) -> LeftOut:
    """An entry that the parser could not end, with what it met instead."""
    begun = re.match(r"@\s*\w*\s*[{(]\s*([^\s,{}()=]{0,60})", block.raw or "")
    reason = " ".join(str(getattr(block.error, "abort_reason", block.error)).split()).rstrip(".")
    return LeftOut(file, line, begun[1] if begun else "", f"found {short(reason)}", "fields and a brace that closes it")


def _reference(entry: Entry, values: Mapping[str, str | None]) -> Reference:
    def told(*names: str) -> str:
        return next((text for name in names if (text := clean(plain(_value(values, name)), name))), "")

    kind = _SAME_KIND.get(entry.kind, "document")
    title, subtitle = told("title"), told("subtitle")
    if not title:
        raise OddEntryError("no title", "a title, as in title = {...}")
    return Reference(
        clean(entry.key, "key"),
        kind,
        f"{title}: {subtitle}" if subtitle else title,
        names_of(clean(_value(values, "author") or _value(values, "editor"), "author")),
        told(*(("publisher", *_WITHIN_FIELDS[:2], *_WITHIN_FIELDS[4:]) if kind == "book" else _WITHIN_FIELDS)),
        _date(_value(values, "date").strip("{} "), told("year"), told("month"), told("day")),
        told("language", "langid"),
        address_of(_address(_value(values, "url")), plain(_value(values, "doi"))),
    )


def _value(values: Mapping[str, str | None], name: str) -> str:
    """A field's value. Raises ``OddEntryError`` where it is too long or joined of strings that are."""
    value = values.get(name, "")
    if value is None:
        raise OddEntryError(f"{name} joined of strings", "at most 100,000 characters, without a circle")
    clean(value, name)
    return value


def _date(date: str, year: str, month: str, day: str) -> str:
    """One date: that of ``date`` where it is told, else year, month and day."""
    whole = read_date(date) if date else None
    if whole:
        return whole
    found = read_date(year) if year else None
    if not found:
        told = f"date {short(date or year)}" if date or year else "no year"
        raise OddEntryError(told, EXPECTED)
    if not is_plain(found) or len(found) > 4 or not month:
        return found
    return _within_year(found, month, day)


def _within_year(year: str, month: str, day: str) -> str:
    if re.fullmatch(r"\d{1,2}", month) or month_number(month):
        number = month_number(month)
        numeral = re.fullmatch(r"\d{1,2}", day.strip("."))
        if day.isdecimal() and not numeral:
            raise OddEntryError(f"day {short(day)}", EXPECTED)
        return dated(int(year), number, int(numeral[0]) if numeral and number and number <= 12 else None)
    if month.isdecimal():
        raise OddEntryError(f"month {short(month)}", EXPECTED)
    return read_date(f"{month} {year}") or year


def _address(value: str) -> str:
    """An address as it stands; commands for single signs, as some programs write them, are undone."""
    bare = re.sub(r"^\\url\{(.*)\}$", r"\1", value.strip())
    if "\\" not in bare and not re.search(r"[{}]", bare):
        return "".join(bare.split())
    return plain(re.sub(r"(?<!\\)~", r"\\textasciitilde{}", bare).replace("--", "-{}-"))
