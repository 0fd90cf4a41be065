"""Why a place of a text was proposed, or why it was not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hikiwake.actors import Actor
from hikiwake.coding.between import named_between
from hikiwake.coding.proposing import propose
from hikiwake.coding.reading import Read, read
from hikiwake.coding.times import times
from hikiwake.coding.weighing import setting as chosen_setting
from hikiwake.documents.front_matter import own_words
from hikiwake.periods import Period
from hikiwake.workbench.proposal import Proposal


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the words ``start`` to ``end`` of a text are not proposed; ``trigger`` is empty for a whole sentence."""

    start: int
    end: int
    trigger: str
    why: str


@dataclass(frozen=True, slots=True)
class Explained:
    """What a coder makes of a place: the proposals that touch it, and why there are no others."""

    document: str
    start: int
    end: int
    proposals: tuple[Proposal, ...]
    reasons: tuple[Reason, ...]

    def as_rows(self) -> list[dict[str, object]]:
        """A row for each proposal and each reason, with its place."""
        told: list[dict[str, object]] = [
            {
                "start": each.passages[0].start,
                "end": each.passages[0].end,
                "kind": each.kind,
                "type": each.type,
                **dict(each.why),
            }
            for each in self.proposals
        ]
        return told + [
            {"start": each.start, "end": each.end, "kind": "none", "trigger": each.trigger, "why": each.why}
            for each in self.reasons
        ]


def explain(
    document: str,
    text: str,
    written: Period | None,
    start: int,
    end: int,
    setting: str = "recall",
    actors: Iterable[Actor] = (),
    dyad: Sequence[str] = (),
) -> Explained:
    """What the coder makes of characters ``start`` to ``end`` of a text, and why it leaves out the rest.

    >>> text = "Iran should sign. Iraq signed the treaty in May 1975."
    >>> [each.why for each in explain("a", text, None, 0, 17).reasons]
    ['is advice']
    """
    text = own_words(text)
    dated = times(text, written)
    mentions, two = named_between(text, dated, actors, dyad)
    touched = [each for each in read(text, dated, mentions, two=two) if each.start < end and start < each.end]
    made = [
        each
        for each in propose(document, text, written, setting, actors, dyad)
        if any(span.start < end and start < span.end for span in each.passages)
    ]
    reasons = [reason for each in touched for reason in _reasons(each, chosen_setting(setting).least)]
    return Explained(document, start, end, tuple(made), tuple(reasons))


def _reasons(each: Read, least: float) -> list[Reason]:
    """Why a sentence tells no more than it does."""
    if each.apart or each.words is None:
        return [Reason(each.start, each.end, "", each.apart)]
    words = each.words
    told = [Reason(words.starts[one.at], words.ends[one.last], one.trigger, one.reason) for one in each.refused]
    told += [
        Reason(
            words.starts[act.at], words.ends[act.last], act.trigger, f"too unsure: {sure:.2f}, and {least:.2f} is asked"
        )
        for act, _, sure in each.acts
        if sure < least
    ]
    if not told and not each.acts:
        return [Reason(each.start, each.end, "", "no trigger: no verb or noun of an act between parties")]
    return told
