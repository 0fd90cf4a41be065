"""BibTeX: read with braces, quotes, @string and accents; written so that LaTeX prints what the case says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from hikiwake.documents.bibliography.reference import Reference, plain_name
from hikiwake.errors import BibliographyError

KINDS = {
    "techreport": "report",
    "article": "article",
    "book": "book",
    "incollection": "chapter",
    "phdthesis": "thesis",
    "online": "webpage",
    "misc": "document",
}
_SAME_KIND = {"inproceedings": "chapter", "inbook": "chapter", "mastersthesis": "thesis", "report": "report"} | KINDS
_TYPE = {kind: name for name, kind in KINDS.items()}
_WITHIN = {
    "article": "journal",
    "chapter": "booktitle",
    "book": "publisher",
    "report": "institution",
    "thesis": "school",
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SPECIAL = {"\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}"}
_SPECIAL |= {sign: f"\\{sign}" for sign in "&%$#_{}"}
_BACK = {command.strip("{}"): sign for sign, command in _SPECIAL.items() if command.startswith("\\text")}
_ACCENTS = {"`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307"}
_ACCENTS |= {'"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328"}
_LETTERS = {"ss": "ß", "o": "ø", "O": "Ø", "ae": "æ", "AE": "Æ", "l": "ł", "L": "Ł", "i": "i", "aa": "å", "AA": "Å"}
_LETTERS |= {"oe": "œ", "OE": "Œ", "textendash": "–", "textemdash": "—"}
_TEX = re.compile(
    r"\\(?P<text>text[a-z]+)(?:\{\}|\s+|(?![a-zA-Z]))"
    r"|\\(?P<sign>[&%$#_{}])"
    r"|\\(?P<accent>[`'^~=.\"]|[uvHcdkr](?![a-zA-Z]))\s*\{?\\?(?P<letter>[^\W\d_])\}?"
    r"|\\(?P<command>[a-zA-Z]+)(?:\{\}|\s+|(?![a-zA-Z]))"
    r"|(?P<brace>[{}])|(?P<space>~)|(?P<dash>(?<!-)--(?!-))"
)
_ITEM = re.compile(r"@\s*([a-zA-Z]+)\s*([{(])")
_NAME = re.compile(r"\s*([^\s\"#%'(),={}]+)\s*=\s*")
_PIECE = re.compile(r"[^\s,#{}()\"]+")


def bibtex_text(references: tuple[Reference, ...]) -> str:
    """References as BibTeX; titles keep their capitals."""
    return "\n".join(map(_entry, references))


def _entry(reference: Reference) -> str:
    values = {
        "title": f"{{{_escaped(reference.title)}}}",
        "author": " and ".join(_author(author) for author in reference.authors),
        _WITHIN.get(reference.kind, "howpublished"): _escaped(reference.within),
        "year": str(reference.year),
        "month": _MONTHS[reference.month - 1] if reference.month else "",
        "day": str(reference.day or ""),
        "language": _escaped(reference.language),
        "url": _escaped(reference.address),
    }
    marked = {name: value if name == "month" else f"{{{value}}}" for name, value in values.items() if value}
    lines = "".join(f"  {name} = {value},\n" for name, value in marked.items())
    return f"@{_TYPE.get(reference.kind, 'misc')}{{{reference.key},\n{lines}}}\n"


def _author(author: str) -> str:
    """A name in braces where BibTeX would take it apart."""
    escaped = _escaped(author)
    return f"{{{escaped}}}" if re.search(r",|\band\b|\\", escaped) else escaped


def _escaped(text: str) -> str:
    """A text in which TeX sees no command and makes no dash of two hyphens."""
    signs = "".join(_SPECIAL.get(sign, sign) for sign in " ".join(text.split()))
    return re.sub("-(?=-)", "-{}", signs)


def read_bibtex(text: str, file: str) -> list[Reference]:
    """The references in BibTeX. Raises ``BibliographyError`` with the line of the first fault."""
    strings = dict(zip(_MONTHS, _MONTHS, strict=True))
    return [_reference(file, *item) for item in _Reader(text, file, strings).items()]


class _Reader:
    """Reads items one after another; ``@string`` is remembered, ``@comment`` and ``@preamble`` are passed over."""

    def __init__(self, text: str, file: str, strings: dict[str, str]) -> None:
        self.text, self.file, self.strings, self.place, self.begun = text, file, strings, 0, 1

    def fault(self, expected: str, place: int | None = None) -> BibliographyError:
        at = self.place if place is None else place
        line = self.text.count("\n", 0, at) + 1
        found = self.text[at : at + 20].split("\n")[0] or "the end of the file"
        entry = f" (the entry begins in line {self.begun})" if line != self.begun else ""
        told = f"{self.file}:{line}: found {found!r}, expected {expected}{entry}"
        return BibliographyError(f"{told}; nothing was taken over")

    def items(self) -> Iterator[tuple[int, str, str, dict[str, str]]]:
        while (begin := _ITEM.search(self.text, self.place)) is not None:
            kind, self.place = begin[1].casefold(), begin.end()
            if kind in ("comment", "preamble"):
                self.place = begin.end() - 1
                self._braced()
                continue
            line = self.begun = self.text.count("\n", 0, begin.start()) + 1
            key = "" if kind == "string" else self._key()
            values = dict(self._fields("}" if begin[2] == "{" else ")"))
            if kind == "string":
                self.strings |= values
            else:
                yield line, kind, key, values

    def _key(self) -> str:
        comma = re.compile(r"\s*([^\s,{}]*)\s*(,|(?=\}))").match(self.text, self.place)
        if comma is None:
            raise self.fault("a key and a comma")
        self.place = comma.end()
        return comma[1]

    def _fields(self, end: str) -> Iterator[tuple[str, str]]:
        while True:
            self._space()
            if self.text.startswith(end, self.place):
                self.place += 1
                return
            name = _NAME.match(self.text, self.place)
            if name is None:
                raise self.fault(f"a field, as in title = {{...}}, or {end}")
            self.place = name.end()
            yield name[1].casefold(), self._value()
            self._space()
            if self.text.startswith(",", self.place):
                self.place += 1
            elif not self.text.startswith(end, self.place):
                raise self.fault(f"a comma or {end}")

    def _value(self) -> str:
        """Pieces joined by #: in braces, in quotes, numbers, or names of strings."""
        parts = [self._piece()]
        while self._space() and self.text.startswith("#", self.place):
            self.place += 1
            self._space()
            parts.append(self._piece())
        return "".join(parts)

    def _piece(self) -> str:
        if self.text.startswith("{", self.place):
            return self._braced()
        if self.text.startswith('"', self.place):
            return self._quoted()
        piece = _PIECE.match(self.text, self.place)
        if piece is None:
            raise self.fault("a value in braces or quotes")
        self.place = piece.end()
        return self.strings.get(piece[0].casefold(), piece[0])

    def _braced(self) -> str:
        start, depth = self.place, 0
        for sign in re.compile(r"\\.|[{}]", re.DOTALL).finditer(self.text, start):
            depth += {"{": 1, "}": -1}.get(sign[0], 0)
            if depth == 0 and sign[0] == "}":
                self.place = sign.end()
                return self.text[start + 1 : sign.start()]
        raise self.fault("a brace that closes this one", start)

    def _quoted(self) -> str:
        start, depth = self.place, 0
        for sign in re.compile(r'\\.|[{}"]', re.DOTALL).finditer(self.text, start + 1):
            depth += {"{": 1, "}": -1}.get(sign[0], 0)
            if sign[0] == '"' and depth == 0:
                self.place = sign.end()
                return self.text[start + 1 : sign.start()]
        raise self.fault("a quote that closes this one", start)

    def _space(self) -> bool:
        while self.place < len(self.text) and self.text[self.place].isspace():
            self.place += 1
        return True


def _reference(file: str, line: int, kind: str, key: str, values: dict[str, str]) -> Reference:
    told = {name: _plain(value) for name, value in values.items() if name != "url"}
    date = [int(part) for part in re.findall(r"\d+", told.get("date", ""))[:3]]
    year = re.search(r"\d{4}", told.get("year", "") or told.get("date", ""))
    if not told.get("title") or year is None:
        raise BibliographyError(f"{file}:{line}: {key or 'an entry'} lacks a title or a year; nothing was taken over")
    names = (
        "journal",
        "journaltitle",
        "booktitle",
        "institution",
        "publisher",
        "school",
        "organization",
        "howpublished",
    )
    doi = told.get("doi", "")
    return Reference(
        key,
        _SAME_KIND.get(kind, "document"),
        told["title"],
        tuple(_people(values.get("author") or values.get("editor", ""))),
        next((told[name] for name in names if told.get(name)), ""),
        int(year[0]),
        _month(told.get("month", "")) or (date[1] if len(date) > 1 else None),
        (date[2] if len(date) > 2 else None) or (int(told["day"]) if told.get("day", "").isdecimal() else None),
        told.get("language") or told.get("langid", ""),
        _address(values.get("url", "")) or (f"https://doi.org/{doi}" if doi else ""),
    )


def _month(text: str) -> int | None:
    if text.isdecimal():
        return int(text)
    return _MONTHS.index(text[:3].casefold()) + 1 if text[:3].casefold() in _MONTHS else None


def _people(value: str) -> Iterator[str]:
    """Names apart at ``and``; what is in braces as a whole is a body's name."""
    for name in map(str.strip, _apart(value)):
        if plain := _plain(name):
            yield plain if name.startswith("{") and name.endswith("}") else plain_name(plain)


def _apart(value: str) -> Iterator[str]:
    """The parts of a value between those words ``and`` that stand in no braces."""
    depth, start = 0, 0
    for sign in re.finditer(r"\\.|[{}]|\s+and\s+", value, re.DOTALL):
        depth += {"{": 1, "}": -1}.get(sign[0], 0)
        if depth == 0 and sign[0].strip() == "and":
            yield value[start : sign.start()]
            start = sign.end()
    yield value[start:]


def _plain(value: str) -> str:
    """A value without TeX: accents made letters, commands for signs made signs, braces gone."""
    return " ".join(_TEX.sub(_without_tex, value).split())


def _address(value: str) -> str:
    """An address, in which a tilde is no space and two hyphens are no dash."""
    return _plain(re.sub(r"(?<!\\)~", r"\\textasciitilde{}", value).replace("--", "-{}-"))


def _without_tex(match: re.Match[str]) -> str:
    found = match.groupdict()
    if found["text"]:
        return _BACK.get(f"\\{found['text']}", _LETTERS.get(found["text"], ""))
    if found["accent"]:
        return unicodedata.normalize("NFC", found["letter"] + _ACCENTS[found["accent"]])
    if found["command"]:
        return _LETTERS.get(found["command"], "")
    return found["sign"] or (" " if found["space"] else "–" if found["dash"] else "")
