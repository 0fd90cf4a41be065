"""A brief of a case, part by part: the answer, what is in the way, who says otherwise, and on what it stands."""

from __future__ import annotations

from hikiwake.report.answer.modelled import modelled
from hikiwake.report.answer.reached import reached
from hikiwake.report.brief.content import Block, Brief
from hikiwake.report.brief.noting import Notes
from hikiwake.report.brief.opening import opening
from hikiwake.report.brief.parting import parting
from hikiwake.report.brief.settling import settling
from hikiwake.report.brief.sourcing import sourcing
from hikiwake.report.brief.standing import Standing
from hikiwake.report.grounds import Grounds
from hikiwake.report.page import Step
from hikiwake.report.whose import BRIEF, mark
from hikiwake.wording.clauses import brief as wording

PARTS = (
    (wording.ANSWER, opening),
    (wording.IN_THE_WAY, settling),
    (wording.OTHERWISE, parting),
    (wording.SOURCES, sourcing),
)


def brief_of(grounds: Grounds, step: Step | None = None) -> Brief:
    """The brief of a case: its blocks in the order in which they are read, and the notes in the order of their numbers.

    ``step`` is told the heading of each part that is about to be made.

    >>> import hikiwake as hw
    >>> brief_of(Grounds(hw.load("japan_russia").from_documents(["gandhi-2024"]))).notes[0].number
    1
    """
    ranges = reached(grounds)
    standing = Standing(grounds, ranges, modelled(grounds, ranges.formula if ranges else ""))
    notes, case = Notes(grounds), grounds.dossier.case
    blocks: list[Block] = []
    for heading, part in PARTS:
        if step:
            step(heading)
        blocks += part(standing, notes)
    return Brief(case.title, case.question, f"{BRIEF} {mark(case)}", tuple(blocks), tuple(notes.made))
