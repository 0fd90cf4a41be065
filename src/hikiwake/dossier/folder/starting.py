"""The files of a new case: empty tables, and a frame with comments that say what goes where."""

from __future__ import annotations

from collections.abc import Iterator

from hikiwake.dossier.folder.dictionary import data_dictionary
from hikiwake.dossier.folder.tables import tables


def starting_files() -> Iterator[tuple[str, str]]:
    """The name and the text of each file of a new case."""
    yield "case.toml", _CASE
    yield "documents.toml", _DOCUMENTS
    for table in tables().values():
        rows = _ACTORS if table.kind == "actors" else ""
        yield table.file, ",".join(table.headers) + "\n" + rows
    yield "README.md", data_dictionary("A new case")


_ACTORS = "AAA,state,,,en:First side,\nBBB,state,,,en:Second side,\n"

_CASE = """\
# The frame of the case. Lines that begin with # are comments; fill in what is empty and add tables as needed.
title = "A new case"
question = ""                # what the case is to answer
summary = ""                 # one sentence about the dispute, in neutral words
editor = ""                  # who keeps the record
dyad = ["AAA", "BBB"]        # the two sides: ids of actors.csv

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

# Formulas (rows of formulas.csv) as one side ranks them, best first, and the other against it the other way round; a
# list inside the list is a tie:
# [[scales]]
# id = "territory"
# actor = "AAA"
# against = "BBB"            # leave out where it is the other of the dyad
# order = ["all", ["half", "joint_administration"], "nothing"]

# Places with the names that each side uses (language@SIDE:name), in degrees:
# [[places]]
# id = "island"
# names = ["en@AAA:First name", "en@BBB:Second name"]
# longitude = 0.0
# latitude = 0.0
# disputed = true
# held_by = "BBB"
# claimed_by = ["AAA"]

# Questions that authors answer differently; variables of argued causes; what is measured:
# [[questions]]
# id = "why_talks_failed"
# wording = "Why did the talks fail?"
# [[variables]]
# id = "trust"
# title = "Trust between the leaders"
# [[measures]]
# id = "meetings"
# title = "Meetings of the leaders"
"""

_DOCUMENTS = """\
# The documents of the case, one table each. sha256 and characters are those of the text (a plain text file: the file).
# Without file, sha256 and characters a document is known by its bibliography only: nothing can be cited from it yet.
# [[documents]]
# id = "author-2020"
# file = "essay.txt"
# sha256 = "..."             # sha256sum essay.txt
# characters = 12345
# title = "An essay"
# author = "A. Author"
# publisher = "An institute"
# language = "en"
# voice = "AAA"              # the state that the author speaks from
# [documents.written]
# start = 2020-03-01
# end = 2020-03-31
# precision = "month"
# basis = "stated"
"""
