"""Bibliographies that grow: what once took minutes or gigabytes.

``INPUTS`` maps a name to a text of size n and its reader, which gives the number of entries read or left out.
"""

from __future__ import annotations

from collections.abc import Callable

from hikiwake.documents.bibliography.files import READERS
from hikiwake.errors import BibliographyError


def _reader(ending: str) -> Callable[[str], int]:
    def read(text: str) -> int:
        try:
            found, left = READERS[ending](text, f"growth{ending}")
        except BibliographyError:
            return 0
        return len(found) + len(left)

    return read


def _bibtex(values: str) -> str:
    return f"@book{{k, title={{T}}, year={{2001}}, {values}}}"


def _ris(lines: str) -> str:
    return f"TY  - BOOK\nTI  - T\nPY  - 2001\n{lines}\nER  - \n"


def _csl(values: str) -> str:
    return f'[{{"title": "T", "issued": {{"raw": "2001"}}, {values}}}]'


def _chain(n: int) -> str:
    return "".join(f"@book{{k{each}, title={{T}}, crossref={{k{each + 1}}}}}\n" for each in range(n))


_BIBTEX: dict[str, Callable[[int], str]] = {
    "entries": lambda n: "".join(f"@book{{k{i},title={{T {i}}},author={{Ann Smith}},year=1900}}\n" for i in range(n)),
    "one key": lambda n: "@book{k,title={T},author={Ann Smith},year=1900}\n" * n,
    "author of blanks": lambda n: _bibtex(f"author={{a{' ' * n}b}}"),
    "authors": lambda n: _bibtex(f"author={{{' and '.join(['Smith, Ann'] * n)}}}"),
    "words of a name": lambda n: _bibtex(f"author={{{'a ' * n}}}"),
    "strings doubled": lambda n: '@string{a="x"}\n' + "@string{a=a # a}\n" * n + _bibtex("note=a"),
    "pieces joined": lambda n: _bibtex(f"note={'{a} # ' * n}{{a}}"),
    "fields": lambda n: _bibtex(", ".join(f"f{each}={{x}}" for each in range(n))),
    "braces": lambda n: _bibtex(f"note={{{'{' * n}{'}' * n}}}"),
    "braces open": lambda n: "@book{k, title={" + "{" * n,
    "entries open": lambda n: "@book{k, title={T\n" * n,
    "signs in a line": lambda n: "@" * n + "{",
    "at and blanks": lambda n: "\n@a" + " " * n,
    "backslashes": lambda n: _bibtex(f"author={{{chr(92) * 2 * n}}}"),
    "accents": lambda n: _bibtex(f"author={{{chr(92) + chr(34) + 'u'}{chr(92)} {chr(92) + chr(34)}}}" + " " * n),
    "crossref": _chain,
    "xdata": lambda n: "".join(f"@xdata{{k{i}, xdata={{k{i + 1},k{i + 2}}}}}\n" for i in range(n)),
}
_RIS: dict[str, Callable[[int], str]] = {
    "entries": lambda n: "TY  - BOOK\nTI  - T\nPY  - 2001\nER  - \n" * n,
    "continuations": lambda n: _ris("N1  - x\n" + "a line that goes on\n" * n),
    "authors": lambda n: _ris("AU  - Smith, Ann\n" * n),
    "authors in a line": lambda n: _ris("AU  - " + "Smith, Ann; " * n),
    "no end": lambda n: "TY  - BOOK\n" * n,
    "blanks": lambda n: _ris("AU  - a" + " " * n + "b"),
    "commas": lambda n: _ris("AU  - a" + ", " * n + "b"),
}
_CSL: dict[str, Callable[[int], str]] = {
    "entries": lambda n: "[" + ",\n".join(['{"title": "T", "issued": {"raw": "2001"}}'] * n) + "]",
    "nested": lambda n: "[" * n,
    "broken items": lambda n: "[" + '{"title": x}, {"title": "T"},\n' * n,
    "authors": lambda n: _csl('"author": [' + ", ".join(['{"family": "S"}'] * n) + "]"),
    "name of blanks": lambda n: _csl(f'"author": [{{"family": "a{" " * n}b"}}]'),
    "name of commas": lambda n: _csl(f'"author": [{{"literal": "a{" ," * n}b"}}]'),
    "digits": lambda n: f'[{{"title": "T", "issued": {{"date-parts": [[{"9" * n}]]}}}}]',
    "quotes": lambda n: _csl('"note": "' + "\\n" * n + '"'),
}  # fmt: skip
_FORMATS = {".bib": ("BibTeX", _BIBTEX), ".ris": ("RIS", _RIS), ".json": ("CSL", _CSL)}
INPUTS: dict[str, tuple[Callable[[int], str], Callable[[str], int]]] = {
    f"{form}, {name}": (text, _reader(ending))
    for ending, (form, texts) in _FORMATS.items()
    for name, text in texts.items()
}
