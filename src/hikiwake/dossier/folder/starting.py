"""The files of a new case: empty tables, and a frame with comments that say what goes where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import tomli_w

from hikiwake.dossier.folder.cells import escape
from hikiwake.dossier.folder.dictionary import data_dictionary
from hikiwake.dossier.folder.tables import tables
from hikiwake.errors import CaseError
from hikiwake.vocabulary.actors import name_of_state, state_named
from hikiwake.wording.entering.intake import known_otherwise as sentence


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two sides: the id of its actor and its English name."""

    id: str
    name: str

    @classmethod
    def parse(cls, text: str) -> Side:
        """A side as ``NOR: Norland``, ``NOR`` or ``Norland``, whose id is then made from its name.

        An id alone has the name of the state that the program knows under it, else itself.

        Raises ``CaseError`` for a text without a letter, and for one that would be several cells or lines.

        >>> Side.parse("NOR: Norland"), Side.parse("norland"), Side.parse("the Isle of Mull").id
        (Side(id='NOR', name='Norland'), Side(id='NOR', name='norland'), 'IOM')
        >>> Side.parse("KHM").name, Side.parse("UPL").name
        ('Cambodia', 'UPL')
        """
        id_, colon, name = (part.strip() for part in text.partition(":"))
        words = [word for word in re.findall(r"[^\W\d_]+", id_) if word != "the"]
        odd = re.search(r"[;,|\x00-\x1f]", text) or (colon and not (name and _ID.fullmatch(id_)))
        if not words or len(text) > LONGEST or odd:
            raise CaseError(f"--sides: found {text!r}, expected an actor as NOR:Norland, or its name")
        if colon or re.fullmatch(r"[A-Z]{2,4}", id_):
            return cls(id_, name or name_of_state(id_) or id_)
        letters = "".join(word[0] for word in words) if len(words) > 2 else words[0][:3]
        return cls(letters.upper(), id_)


_ID = re.compile(r"[\w./-]+")
LONGEST = 100  # characters of a side
SIDES = (Side("AAA", "First side"), Side("BBB", "Second side"))


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is known of a new case: its title, its question, and the two sides, whose ids differ."""

    title: str = "A new case"
    question: str = ""
    sides: tuple[Side, Side] = SIDES


def two_sides(texts: list[str]) -> tuple[Side, Side]:
    """Two sides. Raises ``CaseError`` where there are more or fewer, or where they would be one.

    >>> [side.id for side in two_sides(["Norland", "Suderland"])]
    ['NOR', 'SUD']
    """
    sides = [Side.parse(text) for text in texts]
    if len(sides) != 2 or sides[0].id.casefold() == sides[1].id.casefold():
        told = ", ".join(side.id for side in sides)
        raise CaseError(
            f"--sides: found {told or 'nothing'}, expected two sides that differ, as NOR:Norland,SUD:Suderland"
        )
    return sides[0], sides[1]


def known_otherwise(sides: Iterable[Side]) -> Iterator[str]:
    """Of each side that bears the name of a state which the program knows under another id, a sentence that says so.

    >>> list(known_otherwise(two_sides(["CAM:Cambodia", "Norland"])))
    ['CAM: Cambodia is known here as KHM; this case calls it CAM, and so does the coder for it']
    """
    for side in sides:
        known = state_named(side.name)
        if known and known != side.id:
            yield sentence(side.id, side.name, known)


def starting_files(begun: Beginning | None = None) -> Iterator[tuple[str, str]]:
    """The name and the text of each file of a new case."""
    begun = begun or Beginning()
    one, other = (side.id for side in begun.sides)
    frame = _CASE.replace("AAA", one).replace("BBB", other)
    yield "case.toml", _HEAD + _values({"title": begun.title, "question": begun.question}) + frame
    yield "documents.toml", _DOCUMENTS.replace("AAA", one)
    for table in (table for table in tables().values() if not table.optional):
        rows = "".join(map(_actor, begun.sides)) if table.kind == "actors" else ""
        yield table.file, ",".join(table.headers) + "\n" + rows
    yield "conflicts/README.md", _CONFLICTS
    yield "packages/README.md", _PACKAGES
    yield "README.md", data_dictionary(begun.title)


def _actor(side: Side) -> str:
    name = escape(f"en:{side.name}").replace('"', '""')
    return f"{escape(side.id)},state,,,{name if chr(34) not in name else chr(34) + name + chr(34)},\n"


def _values(values: dict[str, str]) -> str:
    comments = {"title": "", "question": "  # what the case is to answer"}
    return "".join(tomli_w.dumps({key: value}).rstrip("\n") + comments[key] + "\n" for key, value in values.items())


_HEAD = """\
# The frame of the case. Lines that begin with # are comments; fill in what is empty and add tables as needed.
# The chapter of the manual on the case folder explains every key.
"""

_CONFLICTS = """\
# Conflicts

Graph models of the dispute, one file each: `NAME.toml`, best one for each era.
`hikiwake model CASE --era ERA --write` drafts one from the record, and the chapter of the
manual on the graph model explains every key.
"""

_PACKAGES = """\
# Packages

What each side gains by every way to settle the issues together, one file each: `NAME.toml`, best one for each era.
`hikiwake packages CASE --draft --era ERA --write` drafts one from the record, as the desk does under Packages, and
the chapter of the manual on packages explains every key.
"""

_CASE = """\
summary = ""                 # one sentence about the dispute, in neutral words
editor = ""                  # who keeps the record
map = ""                     # a coastline that the program has, or nothing
dyad = ["AAA", "BBB"]        # the two sides: ids of actors.csv
# parties = ["AAA", "BBB"]   # all whose dispute it is, where they are more than the two
# texts = "texts"            # a folder in this one with texts that may be shown to everybody, where it has such

# What events and positions may be about. One table each:
[[issues]]
id = "territory"
title = "Territory"

# Stretches of the dispute within which positions are compared:
# [[eras]]
# id = "1990-1999"
# title = "After the ceasefire"
# start = 1990-01-01
# end = 1999-12-31           # leave out while it goes on
# precision = "range"        # day, month, season, year, range or approximate; it has to agree with the days
# basis = "stated"           # stated, context, footnote, instrument or written

# Formulas (rows of formulas.csv) as one side ranks them, best first, and the other against it the other way round; a
# list inside the list is a tie:
# [[scales]]
# id = "territory"
# title = "Who holds the island"
# actor = "AAA"
# against = "BBB"            # leave out where it is the other of the dyad
# order = ["all", ["half", "joint_administration"], "nothing"]
# open = [["half", "joint_administration"]]   # a formula of open content, then what it may be read as
# refusals = ["no_talks"]    # who takes one of these up refuses to talk

# Places with the names that each side uses (language@SIDE:name), in degrees:
# [[places]]
# id = "island"
# names = ["en@AAA:First name", "en@BBB:Second name"]
# longitude = 0.0
# latitude = 0.0
# kind = "island"
# disputed = true
# held_by = "BBB"
# claimed_by = ["AAA"]
# note = ""

# Questions that authors answer differently; variables of argued causes; what is measured:
# [[questions]]
# id = "why_talks_failed"
# wording = "Why did the talks fail?"
# kind = "rival"             # rival; own_question: the author's own; turning_point
# open = true                # several answers may be right, as to a "why"; false: one is
# [[variables]]
# id = "talks"
# title = "The talks and their progress"
# acts = ["CONSULT", "AGREE"]   # by which types of act of the record it is told, where the title does not say it
# less = ["REJECT"]             # types that tell less of it
# between = ["AAA", "BBB"]      # or by = [...] and towards = [...], or together = [...]
# issues = ["territory"]        # what the acts are about; words = ["summit"]: what their summary says
# note = "Why these acts tell it, or why none does."
# [[mechanisms]]             # families of arguments
# id = "domestic"
# title = "Politics at home"
# [[measures]]
# id = "meetings"
# title = "Meetings of the leaders"
# [[tables]]                 # survey tables, whose cells are claims
# id = "survey-2019"
# title = "A survey of 2019"
# [[comparisons]]            # series beside the relation; `hikiwake compare --with FILE --keep` writes them. Their
# id = "trade"               # values are rows of compared.csv
# title = "Trade"
# kind = "table"             # un-votes, mid, alliances ..., or table
# dyad = ["AAA", "BBB"]
# by = "year"                # day, month, quarter, year or decade
# unit = "million dollars"
# means = "imports and exports of a year, both directions"
# counts = "row"             # what stands behind a value, in the singular
# weighs = false             # whether a value weighs as much as stands behind it
# source = ""                # who published it
# licence = ""
# files = []                 # "NAME sha256:SUM" each
# made_by = ""               # the command that made the values
"""

_DOCUMENTS = """\
# The documents of the case, one table each: `hikiwake add CASE FILE` writes them. sha256 and characters are those of
# the stored text; `hikiwake check CASE --fix --library FOLDER` fills them in for a file that it finds there.
# Without file, sha256 and characters a document is known by its bibliography only: nothing can be cited from it yet.
# [[documents]]
# id = "author-2020"
# file = "essay.txt"
# sha256 = "..."
# characters = 0
# title = "An essay"
# author = "A. Author"       # several parted by semicolons
# names = ""                 # the authors as BibTeX writes them, where author does not say who is a body
# publisher = "An institute"
# language = "en"
# voice = "AAA"              # the state that the author speaks from
# institution = ""           # where the author works
# standpoint = ""            # whose view it takes, in a few words
# audience = ""              # whom it was written for
# kind = "report"            # report, article, book, chapter, thesis, webpage or document
# year = "2020"              # by which it is cited
# issued = ""                # the date of publication in EDTF, where it is more than a day, month or year
# address = ""               # where it is had on the web
# extractor = "utf-8"        # what made the stored text of the file
# [documents.written]
# start = 2020-03-01
# end = 2020-03-31
# precision = "month"
# basis = "stated"
"""
