"""Coding a document by a language model: asked stretch by stretch, answers kept, each item held to the text.

An answer that was paid for is never asked for again: it is kept under what was asked. What was refused is counted by
reason. A cap on tokens ends a run between two questions; the next run goes on from there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from hikiwake.coding.llm.asking import Place, halves, key_of, messages, stretches
from hikiwake.coding.llm.endpoint import Endpoint, EndpointError, Reply, TooLongError
from hikiwake.coding.llm.grounding import Grounds, RefusedError, grounded
from hikiwake.coding.llm.replies import items_of
from hikiwake.documents.front_matter import own_words
from hikiwake.periods import Period
from hikiwake.workbench.proposal import Proposal

SIGNS_A_TOKEN = 3.5  # characters, of English
BACK = 0.6  # tokens that come back for each of the stretch


class Answers(Protocol):
    """Where answers are kept."""

    def answer(self, key: str) -> tuple[str, int, int] | None:
        """The words of an answer and its tokens out and back, or ``None``."""

    def keep_answer(self, key: str, words: str, asked: int, told: int) -> None:
        """Keep an answer at once."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a run would ask: questions, of which some are answered already, and tokens out and back; a cost if known."""

    questions: int
    answered: int
    asked: int
    told: int
    cost: float | None


@dataclass
class Coding:
    """What a run has come to. ``refused`` and ``mended`` count items by reason; ``stopped`` says why it ended early."""

    proposals: list[Proposal] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)
    mended: Counter[str] = field(default_factory=Counter)
    asked: int = 0
    told: int = 0
    stopped: str = ""

    @property
    def tokens(self) -> int:
        """All that went out and came back in this run."""
        return self.asked + self.told


def estimate(texts: Iterable[str], where: Endpoint, answers: Answers) -> Estimate:
    """What coding some texts would take, before anything is asked."""
    questions = answered = asked = told = 0
    for text in map(own_words, texts):
        for start, end in stretches(text):
            questions += 1
            stretch = text[start:end]
            if answers.answer(key_of(where.model, stretch)):
                answered += 1
                continue
            out, back = _expected(stretch)
            asked, told = asked + out, told + back
    cost = None if where.prices is None else (asked * where.prices[0] + told * where.prices[1]) / 1e6
    return Estimate(questions, answered, asked, told, cost)


def _expected(stretch: str) -> tuple[int, int]:
    """The tokens that a question and its answer will take, about."""
    signs = sum(len(each["content"]) for each in messages(stretch))
    return int(signs / SIGNS_A_TOKEN), int(BACK * len(stretch) / SIGNS_A_TOKEN)


def code(
    document: str,
    text: str,
    written: Period | None,
    where: Endpoint,
    answers: Answers,
    *,
    most_tokens: int,
    done: Coding | None = None,
    told: Callable[[int], None] | None = None,
) -> Coding:
    """Code one document; with ``done``, the count of tokens and refusals goes on from documents before it.

    An endpoint that fails on one stretch costs that stretch, which is counted; what was answered stays.
    """
    coding = done if done is not None else Coding()
    text = own_words(text)
    grounds = Grounds(document, text, written)
    waiting = list(reversed([*stretches(text)]))
    while waiting and not coding.stopped:
        place = waiting.pop()
        try:
            reply = _reply(text[slice(*place)], where, answers, coding, most_tokens)
        except TooLongError:
            parts = halves(text, place)
            waiting += reversed(parts or ())
            coding.refused["a stretch longer than the model reads"] += parts is None
            continue
        except EndpointError as error:
            coding.refused["no answer"] += 1
            coding.stopped = str(error) if coding.refused["no answer"] >= 3 else ""
            continue
        if reply is not None:
            _take(reply, grounds, place, coding)
            if told:
                told(len(coding.proposals))
    coding.refused += Counter()  # without what was counted as none
    return coding


def _reply(stretch: str, where: Endpoint, answers: Answers, coding: Coding, most: int) -> str | None:
    """The answer to a question: the one that is kept, else a new one; nothing where the cap is reached."""
    key = key_of(where.model, stretch)
    if kept := answers.answer(key):
        return kept[0]
    if coding.tokens + sum(_expected(stretch)) > most:
        coding.stopped = f"the cap of {most:,} tokens; what was answered is kept, and a larger cap goes on from there"
        return None
    reply: Reply = where.ask(messages(stretch))
    coding.asked += reply.asked
    coding.told += reply.told
    answers.keep_answer(key, reply.words, reply.asked, reply.told)
    return reply.words


def _take(reply: str, grounds: Grounds, place: Place, coding: Coding) -> None:
    """Take over what of an answer can be grounded; the same item twice is one."""
    items, whole = items_of(reply)
    coding.refused["an answer that is no JSON, or breaks off"] += not whole
    known = {each.id for each in coding.proposals}
    for item in items:
        try:
            proposal, mended = grounded(item, grounds, place)
        except RefusedError as error:
            coding.refused[str(error)] += 1
            continue
        coding.mended.update(mended)
        if proposal.id in known:
            coding.refused["the same twice"] += 1
        else:
            known.add(proposal.id)
            coding.proposals.append(proposal)


def lines(coding: Coding) -> Iterator[str]:
    """What was refused and mended, by reason, most first; and why the run ended early."""
    for what, counts in (("refused", coding.refused), ("mended", coding.mended)):
        for reason, count in counts.most_common():
            yield f"{what} {count}: {reason}"
    if coding.stopped:
        yield f"stopped: {coding.stopped}"
