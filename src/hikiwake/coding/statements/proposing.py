"""Every statement of a text as a proposal: claims, positions, drivers and readings, each with its grounds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from hikiwake.coding.actors import Named
from hikiwake.coding.paragraphs import paragraphs
from hikiwake.coding.statements import telling
from hikiwake.coding.statements.claims import claims
from hikiwake.coding.statements.drivers import driver
from hikiwake.coding.statements.positions import position
from hikiwake.coding.statements.readings import parts, reading, title_of
from hikiwake.coding.statements.sentence import Reader, Sentence
from hikiwake.coding.statements.skipping import kinds_of
from hikiwake.coding.statements.surveys import survey_cells
from hikiwake.coding.statements.tables import Table, tables
from hikiwake.coding.times import Dated
from hikiwake.documents.segmentation import sentences
from hikiwake.periods import Period
from hikiwake.workbench import Proposal

SHORTEST = 15  # characters of a sentence


def propose(
    document: str, text: str, written: Period | None, named: Sequence[Named], dated: Sequence[Dated]
) -> tuple[Proposal, ...]:
    """What a text states, in order; ``named`` and ``dated`` are its actors and times, ``written`` when it was written.

    Proposals are of the kinds claim, position, driver and reading, with ``cells`` by the columns of their tables.

    >>> from hikiwake.coding.actors import named
    >>> text = "Peru rejects any talks about the two islands off its coast."
    >>> [proposal.kind for proposal in propose("a", text, None, named(text), ())]
    ['position', 'claim']
    """
    grounds = telling.Grounds(document, text, written, tuple(dated))
    found = tables(text)
    proposals = [telling.survey(grounds, cell) for table in found for cell in survey_cells(table)]
    proposals += _of_prose(grounds, named, found)
    return tuple(sorted(proposals, key=lambda each: each.passages[0].start))


def _of_prose(grounds: telling.Grounds, named: Sequence[Named], found: Sequence[Table]) -> Iterator[Proposal]:
    """The statements of the sentences outside tables and apparatus."""
    text, places = grounds.text, paragraphs(grounds.text)
    sorts = kinds_of(text)
    title, where = title_of(text, places, sorts), parts(text, places, sorts)
    starts, reader = [table.start for table in found], Reader(text, named, grounds.dated)
    for each in sentences(text):
        if sorts[each.block] != "prose" or each.end - each.start < SHORTEST:
            continue
        if (table := bisect_right(starts, each.start)) and each.start < found[table - 1].end:
            continue
        yield from _of(grounds, reader.sentence(each.start, each.end), title, where.get(each.block, ""))


def _of(grounds: telling.Grounds, sentence: Sentence, title: str, where: str) -> Iterator[Proposal]:
    """The statements of one sentence."""
    if stance := position(sentence):
        yield telling.position(grounds, sentence, stance)
    for claim in claims(sentence):
        yield telling.claim(grounds, sentence, claim)
    if argued := driver(sentence):
        yield telling.driver(grounds, sentence, argued)
    if where and (held := reading(sentence, title, where)):
        yield telling.reading(grounds, sentence, held, where)
