"""The sentences that may be said of a settlement, from the plain judgement: word for word, or all that are allowed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from hikiwake.wording.phrases import number
from tests.agreement.leaving_plain import PlainLeaving, changed
from tests.agreement.models import notation
from tests.agreement.plain import State
from tests.agreement.settlements_plain import PlainSettlement
from tests.agreement.wishes_plain import listed, wish

Said = frozenset[str]


@dataclass(frozen=True)
class PlainSentences:
    """What may be said of one settlement by one reading; by: its name, "" for the record."""

    plain: PlainSettlement
    by: str

    # -- the verdict ---------------------------------------------------------------------------------------------

    def verdict(self) -> str:
        plain, form = self.plain, self.plain.form
        verdict = plain.verdict(form)
        if form == plain.start:
            return f"this is how things stand at the beginning: nobody has to sign it, and {self._lasting}."
        if verdict == "alone":
            return f"{_makers(plain.alone(form), 'or')} can bring it about alone {self._gain}; {self._lasting}."
        if verdict == "not_told":
            acts = [f"D{i} wants {_titles({k for j, k in plain.untold(form) if j == i}, 'or')}"
                    for i in sorted({i for i, _ in plain.untold(form)})]  # fmt: skip
            told = "no agreement can be told, for nothing is said of whether"
            return f"{told} {listed(acts, 'or')}; {self._lasting}."
        parties, signed = _makers(plain.parties(form)), plain.signed(form)
        if signed is None:
            ways = self._ways(sum(plain.willing(form, each) for each in plain.fallbacks), "they")
            told = f"{parties} would sign it only if things would otherwise end badly enough, in {ways}"
            return f"{told}; {self._lasting}."
        if signed:
            return f"{parties} would sign it, {'and' if form in plain.kept else 'but'} {self._lasting}."
        return self._unsigned()

    def _unsigned(self) -> str:
        why = f": {reason}" if (reason := self._why()) else ""
        if self.plain.form in self.plain.kept:
            return f"it would hold, but would not be signed{why}."
        if self.plain.otherwise(self.plain.form):
            return f"it would not be signed{why}; {self._lasting}."
        return f"it would neither be signed nor hold{why}."

    def _why(self) -> str:
        plain, form = self.plain, self.plain.form
        if not plain.reachable(form):
            done = [f"“o{k}”" for k in sorted(plain._undone(*plain.pair(form)))]
            verb = "was" if len(done) == 1 else "were"
            reach = f"{listed(done)} {verb} decided for good and would have to be undone" if done else ""
            return reach or "no sequence of moves leads there"
        if plain.refusing & plain.parties(form):
            return ""
        if plain.fallbacks <= plain.inside:
            return "things come to it without any agreement"
        losing = [plain.losing(form, each) for each in plain.fallbacks]
        if not any(losing):
            return "no party would gain by it"
        level = any(not lost and not plain.willing(form, each)
                    for lost, each in zip(losing, plain.fallbacks, strict=True))  # fmt: skip
        return "where no party would do better without it, none would gain by it" if level else ""

    @property
    def _lasting(self) -> str:
        form, other = self.plain.form, self.plain.otherwise(self.plain.form)
        if form in self.plain.kept:
            return "it would hold"
        if other is None:
            return "it would not hold"
        return f"it would not hold in this form, but it would {self._differs(form, other) or 'in another'}"

    @property
    def _gain(self) -> str:
        plain, form = self.plain, self.plain.form
        alone, gaining = plain.alone(form), plain.gaining(form)
        if {i for i, _ in plain.untold(form)} >= alone:
            return f"but {'this reading' if self.by else 'the record'} does not tell whether it wants to"
        better = plain.model.better
        some = sum(any(better(i, form, plain.start if each in plain.inside else each) for i in alone)
                   for each in plain.fallbacks)  # fmt: skip
        if gaining:
            return f"and {'' if gaining == alone else _makers(gaining, 'or') + ' '}would gain by it"
        if 0 < some < len(plain.fallbacks):
            return f"but would gain by it in only {self._ways(some)}"
        return "but would not gain by it"

    def _ways(self, some: int, what: str = "things") -> str:
        of, anyway = len(self.plain.fallbacks), self._anyway
        without = "" if anyway else " without it"
        return f"{number(some)} of the {number(of)} ways in which {what} may go{without}{anyway}"

    @property
    def _anyway(self) -> str:
        of, some = len(self.plain.fallbacks), len(self.plain.fallbacks & self.plain.inside)
        ways = "all of them" if some == of else f"{number(some)} of the {number(of)} ways"
        return f" (it comes about anyway in {ways})" if some else ""

    # -- who blocks ----------------------------------------------------------------------------------------------

    def of(self, i: int) -> set[Said]:
        """What may be said of one decision maker: every set of clauses that is allowed."""
        refuses = (
            {f"D{i} refuses it on record"} if i in self.plain.refusing & self.plain.parties(self.plain.form) else {}
        )
        return {frozenset({*refuses, *each}) for each in self._together(i)}

    def _together(self, i: int) -> Iterator[set[str]]:
        losses: list[tuple[str, str] | None] = [*self._losses(i)] or [None]
        moves: list[tuple[str, str, str] | None] = [*self._moves(i)] or [None]
        for loss, move in product(losses, moves):
            if loss is None:
                yield {f"D{i} {move[0]}, for it {move[1]}{move[2]}"} if move else set()
            elif self._silent(i):
                untold = {f"it is not told whether D{i} wants {_titles(self._untold(i), 'or')}"}
                yield untold | ({f"D{i} {move[0]}, for it {move[1]}{move[2]}"} if move else set())
            else:
                yield self._loss_and_move(i, loss, move)

    def _loss_and_move(self, i: int, loss: tuple[str, str], move: tuple[str, str, str] | None) -> set[str]:
        """Told as one where both are for the sake of the same."""
        where, wanted = loss
        own = f", but it is not told whether it wants {_titles(self._untold(i), 'or')}" if self._untold(i) else ""
        if move and move[1] == wanted and where == "for":
            return {f"D{i} {self._better(i)}, and {move[0]}, for it {wanted}{move[2]}{own}"}
        told = {f"D{i} {self._better(i)}, {where} it {wanted}{own}"}
        return told | ({f"D{i} {move[0]}, for it {move[1]}{move[2]}"} if move else set())

    def _against(self, i: int) -> list[State]:
        """Where it does better; of what one side brings about alone only where that does not come about."""
        alone = self.plain.verdict(self.plain.form) == "alone"
        return [each for each in self.plain.fallbacks if i in self.plain.losing(self.plain.form, each)
                and not (alone and each in self.plain.inside)]  # fmt: skip

    def _losses(self, i: int) -> list[tuple[str, str]]:
        """In how many of the ways it loses for which wish: the one for which it loses most often."""
        plain, against = self.plain, self._against(i)
        verdict, untold = plain.verdict(plain.form), bool(self._untold(i))
        if not against or (untold and verdict in ("not_told", "alone")):
            return []
        if verdict == "alone":
            mine = i in plain.alone(plain.form) - plain.gaining(plain.form) and plain.form != plain.start
            against = against if mine else []
        wishes: dict[str, list[State]] = {}
        for each in against:
            wishes.setdefault(self._wish(i, each, plain.form), []).append(each)
        most = max(map(len, wishes.values()), default=0)
        of = len(against)
        return [("for" if most == of else f"in {number(most)} of the {number(of)} ways because", says)
                for says, states in wishes.items() if len(states) == most]  # fmt: skip

    def _untold(self, i: int) -> set[int]:
        return {k for j, k in self.plain.untold(self.plain.form) if j == i}

    def _silent(self, i: int) -> bool:
        """Whether its loss is left untold: its own act is, and the verdict stands without it."""
        plain = self.plain
        sure = [j for j in plain.parties(plain.form)
                if len(self._against(j)) == len(plain.fallbacks) and not self._untold(j)]  # fmt: skip
        return bool(self._untold(i)) and bool(sure or plain.refusing & plain.parties(plain.form))

    def _better(self, i: int) -> str:
        against, of = len(self._against(i)), len(self.plain.fallbacks)
        if against < of:
            return f"would do better in {self._ways(against)}"
        if self.plain.fallbacks <= self.plain.inside:
            return "would do better as things go by themselves, where it comes about in another form"
        return f"would do better {'however things go' if self._anyway else 'as things go without it'}{self._anyway}"

    @cached_property
    def _leaving(self) -> PlainLeaving | None:
        return None if self.plain.form in self.plain.kept else PlainLeaving(self.plain)

    def _moves(self, i: int) -> list[tuple[str, str, str]]:
        """By which moves it ends it, for which wish, and who leaves then: those with the fewest options."""
        form, leaving = self.plain.form, self._leaving
        if leaving is None:
            return []
        way, every = leaving.moves()
        mine = [t for j, t in every if j == i]
        least = min((len(changed(form, t)) for t in mine), default=0)
        found = []
        for t in (t for t in mine if len(changed(form, t)) == least):
            move = _move(form, t, changed(form, t))
            if way == "loosens":
                who, soon = leaving.then(t)
                after = f"{'' if soon else 'in the end '}{_makers(who, 'or')} would{' then' if soon else ''} leave it"
                found.append((f"would begin what ends it by {move}", self._wish(i, t, form), f", and {after}"))
                continue
            for shield in leaving.shields(i, form, t) or {frozenset()}:
                ordered = [f"“o{k}”" for sign in "YN" for k in sorted(shield) if notation(t)[k] == sign]
                answered = f" (others would answer it without {listed(ordered)})" if shield else ""
                found.append((f"would leave it by {move}{answered}", self._wish(i, t, leaving.instead(i, form, t)), ""))
        return found

    def strays(self) -> set[str]:
        """How it may end by the way; nothing where it does not, or somebody ends it for its own sake."""
        if self._leaving is None or self._leaving.moves()[0]:
            return set()
        opening = {"at once": "it would end only by the way", "later": "it would end only by the way, in a later step",
                   "begins": "what ends it would begin only by the way"}  # fmt: skip
        return {
            f"{opening[one.stage]}: D{one.i} gains by "
            f"{_move(one.origin, one.target, changed(one.origin, one.target) - one.idle)}, "
            f"{'though it loses' if one.worse else 'and nothing'} by "
            f"{_move(one.origin, one.target, one.idle)} at the same time"
            for one in self._leaving.strays()
        }

    def right_form(self, text: str) -> bool:
        """Whether what is said of the form is so: options that are not named, their signs, and whether they changed."""
        form, start = notation(self.plain.form), notation(self.plain.start)
        told = re.findall(r"(with(?:out)?) ((?:“o\d+”(?:, | and )?)+)", text)
        signs = {
            int(k): "N" if word == "without" else "Y" for word, names in told for k in re.findall(r"o(\d+)", names)
        }
        as_first = all(form[k] == start[k] for k in signs)
        right = all(form[k] == sign and k not in self.plain.named for k, sign in signs.items())
        return bool(signs) and right and as_first == text.endswith(", as at the beginning")

    # -- parts ---------------------------------------------------------------------------------------------------

    def _wish(self, i: int, better: State, worse: State) -> str:
        """For what somebody prefers one state: its first statement that holds there and not in the other."""
        kind, given = self.plain.model.preferences[i]
        if kind != "statements":
            return "ranks another state higher"
        return wish(next(each for each in given if self.plain.true(each, better) != self.plain.true(each, worse)))

    @staticmethod
    def _differs(one: State, other: State) -> str:
        begun, ended = _changes(one, other)
        parts = [f"{word} {listed(each)}" for word, each in (("with", begun), ("without", ended)) if each]
        return " and ".join(parts)


def _changes(start: State, end: State) -> tuple[list[str], list[str]]:
    pairs = list(enumerate(zip(notation(start), notation(end), strict=True)))
    found = [[f"“o{k}”" for k, pair in pairs if pair == sides] for sides in (("N", "Y"), ("Y", "N"))]
    return found[0], found[1]


def _move(start: State, end: State, options: frozenset[int]) -> str:
    """The part of a move that changes some options."""
    begun, ended = ([title for title in each if int(title[2:-1]) in options] for each in _changes(start, end))
    parts = [f"{word} {listed(each)}" for word, each in (("taking up", begun), ("giving up", ended)) if each]
    return " and ".join(parts) or "a change that makes no difference to others"


def _makers(who: set[int], joint: str = "and") -> str:
    return listed([f"D{i}" for i in sorted(who)], joint)


def _titles(options: set[int], joint: str) -> str:
    return listed([f"“o{k}”" for k in sorted(options)], joint)
