"""The coder by rules: what a document supports, as proposals with their grounds."""

from __future__ import annotations

from hikiwake.coding.actors import named
from hikiwake.coding.proposing import proposals, read
from hikiwake.coding.times import times
from hikiwake.coding.weighing import setting as chosen_setting
from hikiwake.periods import Period
from hikiwake.workbench.proposal import Proposal


def propose(document: str, text: str, written: Period | None = None, setting: str = "recall") -> tuple[Proposal, ...]:
    """What a text supports, in its order. ``written`` is when it was written; the setting is recall or precision."""
    chosen = chosen_setting(setting)
    dated = times(text, written)
    mentions = named(text, dated, None)
    return tuple(each for told in read(text, dated, mentions) for each in proposals(document, told, chosen))
