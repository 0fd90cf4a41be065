"""The block that a Markdown file may begin with: between lines of hyphens, what it says of itself, as ``title: ...``.

It is no text of the document: a title in it is not a sentence, and a date in it is no time that the text tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

LONGEST = 6_000  # characters
_FENCE = re.compile(r"\ufeff?---[ \t]*\r?\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_KEY = re.compile(r"(?P<key>[A-Za-z][\w.-]{0,40})[ \t]*:(?:[ \t]+(?P<value>.*))?$")
_BELONGS = re.compile(r"\s|-\s|#|$")  # how a line begins that goes on with the entry before, or is a remark
_LIST = re.compile(r"\[(?P<items>.*)\]")
_REMARK = re.compile(r"\s#.*$")
_OTHER_NAMES = {
    "authors": "author",
    "creator": "author",
    "by": "author",
    "lang": "language",
    "institution": "publisher",
}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Where the block ends (0 where there is none), and what it says by key; lists are parted by semicolons."""

    end: int = 0
    says: dict[str, str] = field(default_factory=dict)


def front_matter(text: str) -> FrontMatter:
    """The block at the begin of a text; nothing where what stands between the lines is not made of keys.

    >>> told = front_matter("---\\ntitle: On Reefs\\nauthors: [N. Berg, O. Dahl]\\n---\\n\\nThe ministry protested.")
    >>> told.end, told.says
    (51, {'title': 'On Reefs', 'author': 'N. Berg; O. Dahl'})
    """
    opening = _FENCE.match(text)
    closing = opening and _CLOSING.search(text, opening.end(), LONGEST)
    if not opening or not closing:
        return FrontMatter()
    lines = text[opening.end() : closing.start()].splitlines()
    keys = [bool(_KEY.match(line)) for line in lines]
    if not any(keys) or not all(key or _BELONGS.match(line) for key, line in zip(keys, lines, strict=True)):
        return FrontMatter()
    return FrontMatter(len(text[: closing.end()].rstrip("\r")), {key: value for key, value in _entries(lines) if value})


def own_words(text: str) -> str:
    """A text of the same length with blanks in place of the block at its begin.

    >>> own_words("---\\nlang: en\\n---\\nThey met.").strip()
    'They met.'
    """
    end = front_matter(text).end
    return " " * end + text[end:] if end else text


def _entries(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Each key with its value: on its line, or in the lines below that belong to it."""
    for number, line in enumerate(lines):
        if match := _KEY.match(line):
            value = _REMARK.sub("", match["value"] or "").strip()
            key = match["key"].casefold()
            yield _OTHER_NAMES.get(key, key), _listed(value) if value not in ("", "|", ">") else _below(lines, number)


def _listed(value: str) -> str:
    """A value without its quotes; a list with semicolons."""
    if match := _LIST.fullmatch(value):
        return "; ".join(filter(None, (_plain(item) for item in match["items"].split(","))))
    return _plain(value)


def _below(lines: list[str], number: int) -> str:
    """The items, or the lines, below a key."""
    found: list[tuple[str, bool]] = []
    for line in lines[number + 1 :]:
        if _KEY.match(line) or not line.strip():
            break
        item = line.strip()
        found.append((_plain(_KEY.sub(r"\g<value>", item.removeprefix("- "))), item.startswith("- ")))
    return ("; " if any(item for _, item in found) else " ").join(each for each, _ in found if each)


def _plain(value: str) -> str:
    value = value.strip()
    return value[1:-1].strip() if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
