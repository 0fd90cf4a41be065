"""Why an outcome holds or does not, as sentences in which every wish opens its statement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hikiwake.conflict.concepts.sequences import Turn
from hikiwake.conflict.explaining.comparisons import Decided
from hikiwake.conflict.explaining.reasons import Reason, Sanction, Temptation
from hikiwake.conflict.explaining.telling import move_words
from hikiwake.conflict.explaining.why import Why
from hikiwake.conflict.model.conflict import Conflict
from hikiwake.conflict.model.states import States
from hikiwake.modelling.wishes import wish_words
from hikiwake.report.models.outlooks import Parts
from hikiwake.report.models.shelf import Shelf
from hikiwake.wording import models as wording

MOST = 2  # moves of each decision maker that are told


@dataclass(frozen=True)
class Reasons:
    """Tells the reasons of one model, in its own reading."""

    shelf: Shelf
    model: str
    conflict: Conflict
    states: States

    def sentences(self, answer: Why) -> tuple[list[Parts], str]:
        """The first reasons of everyone, those that break the outcome first; and of how many more moves it is so."""
        told = [sentence for reason in answer.reasons for sentence in self._reason(reason)]
        moves = sum(len(reason.temptations) for reason in answer.reasons)
        idle = sum(not reason.temptations for reason in answer.reasons)
        return told, wording.further(moves + idle - len(told))

    def _reason(self, reason: Reason) -> Iterator[Parts]:
        name = self.conflict.names[reason.decision_maker]
        if not reason.temptations:
            yield [(wording.content(name), "")]
        chosen = sorted(reason.temptations, key=lambda one: (one.sanction is not None, self._size(reason, one)))
        for temptation in chosen[:MOST]:
            yield self._temptation(name, reason, temptation)

    def _size(self, reason: Reason, temptation: Temptation) -> int:
        """How many options a move changes."""
        return int(self.states.codes[temptation.state] ^ self.states.codes[reason.state]).bit_count()

    def _temptation(self, name: str, reason: Reason, temptation: Temptation) -> Parts:
        move = self._move(Turn(reason.decision_maker, reason.state, temptation.state))
        parts: Parts = [(wording.tempted(name, move), ""), self._because(temptation.decided)]
        if temptation.sanction is None:
            return [*parts, (wording.undeterred(name), "")]
        return [*parts, *self._sanction(name, temptation.sanction), (".", "")]

    def _sanction(self, name: str, sanction: Sanction) -> Parts:
        parts: Parts = []
        for number, turn in enumerate(sanction.moves):
            mover = self.conflict.names[turn.decision_maker]
            parts.append((wording.answered(mover, self._move(turn), number == 0), ""))
        return [*parts, (wording.deterred(name), ""), self._because(sanction.outcome)]

    def _move(self, turn: Turn) -> str:
        words = move_words(self.conflict, self.states, turn)
        opening = words.replace(' "', " “")
        return opening.replace('"', "”")

    def _because(self, decided: Decided) -> tuple[str, str]:
        if decided.statement is None:
            return (wording.level() if decided.relation == "level" else wording.ranked()), ""
        name = self.conflict.names[decided.decision_maker]
        says = decided.statement.says
        return wish_words(self.conflict, says), self.shelf.statement(self.model, "", name, says.text)
