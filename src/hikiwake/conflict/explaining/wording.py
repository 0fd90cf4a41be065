"""What the graph model says in words: every sentence of this room is made here, from templates without proper names.

The wording takes nobody's side: it names states, moves and statements, and who makes and holds them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from hikiwake.conflict.changing.conditions import Comparison
from hikiwake.conflict.changing.inverse import Inverse
from hikiwake.conflict.changing.levers import Levers
from hikiwake.conflict.explaining.comparisons import Decided
from hikiwake.conflict.explaining.why import Reason, Sanction, Temptation, Why
from hikiwake.conflict.model.changes import Add, Change, Drop, Flip, TakeAway
from hikiwake.conflict.model.conflict import Conflict, Statements
from hikiwake.conflict.model.states import States
from hikiwake.conflict.solving.steps import Turn

NAMES = {"nash": "Nash", "gmr": "GMR", "smr": "SMR", "seq": "SEQ", "sim": "SIM", "sseq": "SSEQ"}


def paragraphs(sentences: Iterable[str]) -> str:
    """Sentences as HTML paragraphs, for notebooks."""
    return "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences)


def listing(words: Sequence[str], joint: str = "and") -> str:
    """Words as a list in a sentence.

    >>> listing(["a", "b", "c"])
    'a, b and c'
    """
    return f" {joint} ".join([part for part in (", ".join(words[:-1]), words[-1]) if part]) if words else "nothing"


def state_words(states: States, state: int) -> str:
    """A state by number and notation."""
    return f"state {state + 1} ({states.text(state)})"


def move_words(conflict: Conflict, states: States, step: Turn) -> str:
    """What a move does to the options of the one who makes it."""
    titles = {option.id: option.title or option.id for option in conflict.decision_makers[step.decision_maker].options}
    before, after = states.text(step.origin), states.text(step.target)
    changes = [(option, after[place]) for place, option in enumerate(states.options)
               if option in titles and {before[place], after[place]} == {"Y", "N"}]  # fmt: skip
    up = [f'"{titles[option]}"' for option, sign in changes if sign == "Y"]
    down = [f'"{titles[option]}"' for option, sign in changes if sign == "N"]
    parts = [f"taking up {listing(up)}"] * bool(up) + [f"giving up {listing(down)}"] * bool(down)
    return listing(parts) or "changing what no longer matters"


def sentences_of(answer: Why) -> tuple[str, ...]:
    """An answer to why in sentences, a few per decision maker."""
    writer = _Writer(answer.conflict, answer.states)
    return tuple(sentence for reason in answer.reasons for sentence in writer.reason(reason))


class _Writer:
    """Knows the names and states of one conflict."""

    def __init__(self, conflict: Conflict, states: States) -> None:
        self.conflict, self.states = conflict, states

    def state(self, state: int) -> str:
        return state_words(self.states, state)

    def reason(self, reason: Reason) -> Iterator[str]:
        name, concept = self.conflict.names[reason.decision_maker], NAMES[reason.concept]
        here = self.state(reason.state)
        verdict = "is" if reason.stable else "is not"
        yield f"{here[0].upper()}{here[1:]} {verdict} {concept} stable for {name}."
        if not reason.temptations:
            yield f"{name} has no move from there to a state it prefers."
        for temptation in reason.temptations:
            yield from self.temptation(reason, temptation)

    def temptation(self, reason: Reason, temptation: Temptation) -> Iterator[str]:
        name = self.conflict.names[reason.decision_maker]
        step = Turn(reason.decision_maker, reason.state, temptation.state)
        by = move_words(self.conflict, self.states, step)
        yield (f"{name} can move to {self.state(temptation.state)} by {by}. "
               f"{name} prefers it: {self.because(temptation.decided)}.")  # fmt: skip
        if reason.concept == "nash":
            yield "Under Nash stability nothing deters a move that pays."
        elif temptation.sanction:
            yield from self.sanction(reason, temptation.sanction)
        else:
            yield self.undeterred(reason, temptation)

    def because(self, decided: Decided) -> str:
        """What decides a comparison; a clause, without the full stop."""
        if decided.relation == "level" and decided.worths is None and decided.groups is None:
            return "none of its statements tells the two apart"
        grounds = f" [{', '.join(decided.grounds)}]" if decided.grounds else ""
        if decided.statement is not None and decided.holds_at is not None:
            where = "there" if decided.holds_at == decided.state else f"at {self.state(decided.other)}"
            lacks = f"at {self.state(decided.other)}" if decided.holds_at == decided.state else "there"
            return f'"{decided.statement.says}" holds {where} and not {lacks}{grounds}'
        if decided.worths is not None:
            first_worth, second_worth = decided.worths
            return f"its options weigh {first_worth}, those of {self.state(decided.other)} {second_worth}{grounds}"
        first, second = decided.groups or (0, 0)
        return f"it stands in place {first} of its ranking, {self.state(decided.other)} in place {second}{grounds}"

    def sanction(self, reason: Reason, sanction: Sanction) -> Iterator[str]:
        name = self.conflict.names[reason.decision_maker]
        at_once = reason.concept == "sim"
        for number, step in enumerate(sanction.moves):
            yield self.answer(step, sanction.decided[number] if sanction.decided else None, number, at_once)
        end, outcome = self.state(sanction.outcome.state), sanction.outcome
        together = "The moves made together lead to" if at_once else "That ends in"
        level = "no better than" if outcome.relation == "worse" else "level with"
        yield f"{together} {end}, for {name} {level} {self.state(reason.state)}: {self.because(outcome)}."
        if reason.concept in ("smr", "sseq"):
            left = listing([self.state(decided.state) for decided in sanction.countermoves])
            yield (f"From there {name} could only go on to {left}, none of them better than {self.state(reason.state)}."
                   if sanction.countermoves else f"From there {name} has no move.")  # fmt: skip
        yield "So the move is deterred."

    def answer(self, step: Turn, decided: Decided | None, number: int, at_once: bool) -> str:
        mover = self.conflict.names[step.decision_maker]
        word = "at the same time move" if at_once else ("answer" if number == 0 else "then go on")
        sentence = f"{mover} can {word} to {self.state(step.target)} by {move_words(self.conflict, self.states, step)}"
        return f"{sentence}, which it prefers: {self.because(decided)}." if decided else f"{sentence}."

    def undeterred(self, reason: Reason, temptation: Temptation) -> str:
        name, here = self.conflict.names[reason.decision_maker], self.state(reason.state)
        if temptation.escape:
            back, end = temptation.escape.countermove, temptation.escape.sanction.outcome.state
            return (f"The others can lead on to {self.state(end)}, which would deter it, but from there {name} "
                    f"can move to {self.state(back.state)}, which it prefers to {here}: {self.because(back)}. "
                    "So the move is not deterred.")  # fmt: skip
        if temptation.answers == 0:
            kind = "no move" if reason.concept in ("gmr", "smr") else "no improvement"
            return f"The others have {kind} with which to answer, so the move is not deterred."
        return (f"Of the {temptation.answers} states the others can lead on to, {name} prefers every one to {here}, "
                "so the move is not deterred.")  # fmt: skip


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A small HTML table, for notebooks."""
    top = "".join(f"<th>{escape(cell)}</th>" for cell in head)
    body = "".join(f"<tr>{''.join(f'<td>{escape(str(cell))}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def inverse_sentences(answer: Inverse, concept: str) -> tuple[str, ...]:
    """The conditions of an inverse answer in words."""
    names, states = answer.conflict.names, answer.problem.steps.states
    sentences = []
    for name, clauses in zip(names, answer.conditions(concept), strict=True):
        for clause in clauses:
            move = state_words(states, clause.move)
            if not clause.ways:
                sentences.append(f"{name} would always gain by moving to {move}, whatever the rankings in the windows.")
                continue
            ways = [listing([_comparison(names, states, one) for one in way]) for way in clause.ways]
            sentences.append(f"So that {name} does not move to {move}: {'; or '.join(ways)}.")
    return tuple(sentences) or ("The fixed part of the rankings decides: nothing more is needed.",)


def _comparison(names: Sequence[str], states: States, one: Comparison) -> str:
    word = "prefers" if one.strictly else "does not prefer"
    first, second = (one.state, one.than) if one.strictly else (one.than, one.state)
    return f"{names[one.decision_maker]} {word} {state_words(states, first)} to {state_words(states, second)}"


def change_words(conflict: Conflict, change: Change) -> str:
    """One change to the model in words, without the full stop."""
    if isinstance(change, TakeAway):
        titles = {option.id: option.title or option.id for option in conflict.options}
        return f'the option "{titles[change.option]}" is no longer there'
    name = change.decision_maker
    if isinstance(change, Add):
        return f'{name} comes to want "{change.says}" at rank {change.rank}'
    preference = conflict.decision_maker(name).preference
    says = preference.statements[change.statement - 1].says if isinstance(preference, Statements) else ""
    if isinstance(change, Drop):
        return f'{name} no longer cares about "{says}"'
    if isinstance(change, Flip):
        return f'{name} comes to want the opposite of "{says}"'
    word = "more" if change.rank < change.statement else "less"
    return f'"{says}" becomes {word} important to {name}: rank {change.rank} instead of {change.statement}'


def lever_sentences(answer: Levers) -> tuple[str, ...]:
    """Levers in words, one sentence each."""
    aim = f"{listing(answer.target, 'or')} {NAMES[answer.concept]} stable for everyone"
    if not answer.levers:
        return (f"No set of up to {answer.most} changes makes {aim}.",)
    if not answer.levers[0].changes:
        return (f"Nothing has to change: {listing(answer.levers[0].states)} holds as it is ({NAMES[answer.concept]}).",)
    sentences = [f"Each of these {len(answer.levers)} makes {aim}, and no part of it does:"]
    for lever in answer.levers:
        parts = "; ".join(change_words(answer.conflict, change) for change in lever.changes)
        sentences.append(f"{parts[0].upper()}{parts[1:]}. Cost {lever.cost:g}.")
    return tuple(sentences)
