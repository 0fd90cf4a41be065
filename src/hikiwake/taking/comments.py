"""Comments on entries, as readers of a page send them: each becomes a doubt of whoever made it, and replaces nothing.

A file is a table with the columns ``entry``, ``comment``, ``author`` and perhaps ``date``, or JSON with a list of such
rows, as a page saves it. The same comment by the same author on the same entry is one, however often it comes.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from hikiwake.dossier import Dossier, Doubt
from hikiwake.dossier.folder.cells import unescape
from hikiwake.dossier.folder.reading import read_folder
from hikiwake.dossier.folder.sheets.separated import separated
from hikiwake.storage.incoming import UnreadError, text_of
from hikiwake.taking.taken import Taken
from hikiwake.wording.entering.taking import comment_reason
from hikiwake.workbench import Workbench

FORMAT = "hikiwake comments 1"
COLUMNS = ("entry", "comment", "author", "date")
NEEDED = COLUMNS[:3]
LARGEST = 5_000_000  # bytes
MOST = 5_000  # comments of one file
LONGEST = 10_000  # characters of one
KIND = "uncertain"
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody says of an entry: the entry's id, the words, who says so, and on which day where it is said.

    >>> Comment("event-1", "Not so.", "A reader").id
    'comment-e073ab4e8f9d'
    """

    entry: str
    words: str
    author: str
    day: str = ""

    @property
    def id(self) -> str:
        """The id of its doubt: the same for the same words of the same author on the same entry."""
        told = "\0".join((self.entry, self.author, " ".join(self.words.split())))
        return f"comment-{hashlib.sha256(told.encode()).hexdigest()[:12]}"


def take_comments(folder: Path, file: Path, who: str = "") -> Taken:
    """Take the comments of a file into a case folder as doubts. Raises ``UnreadError``."""
    comments, odd = read_comments(file)
    new, known, more = _sorted(read_folder(folder), comments)
    if new:
        with Workbench(folder, create=True) as bench:
            bench.take_in()
            bench.rewrite(f"take {len(new)} comments", lambda dossier: _with(dossier, comments), who)
    return Taken("doubts", [each.id for each in new], known, [*odd, *more])


def read_comments(file: Path) -> tuple[list[Comment], list[str]]:
    """The comments of a file, and what in it is none. Raises ``UnreadError`` for a file that holds none at all."""
    text = text_of(file, LARGEST)
    rows = _of_json(text) if file.suffix.lower() == ".json" else _of_table(text)
    comments, odd = list[Comment](), list[str]()
    for number, row in rows:
        if len(comments) >= MOST:
            raise UnreadError(f"more than {MOST:,} comments", "fewer; split the file")
        cells = [_CONTROL.sub("\ufffd", row[name]).strip() for name in COLUMNS]
        if fault := _fault(cells):
            odd.append(f"{file.name}:{number}: {fault}")
        else:
            comments.append(Comment(cells[0], cells[1], cells[2], cells[3] if _DAY.fullmatch(cells[3]) else ""))
    return comments, odd


def _fault(cells: list[str]) -> str:
    for name, cell in zip(NEEDED, cells, strict=False):
        if not cell:
            return f"{name}: found nothing, expected the {name}"
    return f"comment: {len(cells[1]):,} characters, expected at most {LONGEST:,}" if len(cells[1]) > LONGEST else ""


def _of_table(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    rows = ((line, cells) for line, cells in separated(text, COLUMNS) if any(map(str.strip, cells)))
    line, header = next(rows, (1, []))
    names = [name.strip().casefold() for name in header]
    if missing := [name for name in NEEDED if name not in names]:
        raise UnreadError(", ".join(header) or "nothing", f"a column {missing[0]!r}: {','.join(COLUMNS)}", line)
    for line, cells in rows:
        told = dict(zip(names, map(unescape, cells), strict=False))
        yield line, {name: told.get(name, "") for name in COLUMNS}


def _of_json(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        told: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadError(f"no JSON ({error})", "comments as a page saves them", getattr(error, "lineno", 0)) from None
    rows = told.get("comments") if isinstance(told, dict) and told.get("format") == FORMAT else None
    if not isinstance(rows, list):
        raise UnreadError("something else", f'comments as a page saves them, which say "format": "{FORMAT}"')
    for number, row in enumerate(rows, 1):
        said = row if isinstance(row, dict) else {}
        yield number, {name: value if isinstance(value := said.get(name, ""), str) else "" for name in COLUMNS}


def _sorted(dossier: Dossier, comments: list[Comment]) -> tuple[list[Comment], int, list[str]]:
    """The comments that are new, how many are there already, and those that can be no doubt."""
    there, new, known, odd = {each.id for each in dossier.doubts}, list[Comment](), 0, list[str]()
    for each in comments:
        entry = dossier.by_id.get(each.entry)
        if entry is None or isinstance(entry, Doubt):
            odd.append(
                f"{each.entry!a}: no entry of the case that can be in doubt; the comment of {each.author!a} is left out"
            )
        elif not entry.passages:
            odd.append(f"{each.entry!a}: an entry without a passage, on which no doubt can stand")
        elif each.id in there:
            known += 1
        else:
            there.add(each.id)
            new.append(each)
    return new, known, odd


def _with(dossier: Dossier, comments: list[Comment]) -> Dossier:
    """The case with the doubts that it has not yet."""
    new = (_doubt(dossier, each) for each in _sorted(dossier, comments)[0])
    return replace(dossier, doubts=(*dossier.doubts, *new))


def _doubt(dossier: Dossier, comment: Comment) -> Doubt:
    passages = tuple(dict.fromkeys(dossier.by_id[comment.entry].passages))
    reason = comment_reason(comment.words, comment.day)
    return Doubt(comment.id, comment.author, comment.entry, KIND, reason, passages)
