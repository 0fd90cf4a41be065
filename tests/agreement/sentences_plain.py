"""The sentences that may be said of a settlement, from the plain judgement: word for word, or all that are allowed.

Of each decision maker at most one clause is told: that it refuses, else that it does better otherwise, else that it
ends it; what else of these it does comes behind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from hikiwake.wording.phrases import number
from tests.agreement.leaving_plain import PlainLeaving, changed
from tests.agreement.models import notation
from tests.agreement.plain import State
from tests.agreement.settlements_plain import PlainSettlement
from tests.agreement.wishes_plain import listed, wish

FORM = re.compile(r"in a form (?:(?:with|without) (?:“o\d+”(?:, | and )?)+)+$")


@dataclass(frozen=True)
class PlainSentences:
    """What may be said of one settlement by one reading; by: its name, "" for the record."""

    plain: PlainSettlement
    by: str

    # -- the verdict ---------------------------------------------------------------------------------------------

    def verdict(self) -> str:
        plain, form = self.plain, self.plain.form
        verdict = plain.verdict(form)
        if not plain.reachable(form):
            why = "" if self._done else ", for no sequence of moves leads there"
            return f"it cannot be brought about{why}."
        if form == plain.start:
            return f"this is how things stand at the beginning; {self._lasting}."
        if verdict == "alone":
            return f"{_makers(plain.alone(form), 'or')} can bring it about alone {self._gain}; {self._lasting}."
        if verdict == "not_told":
            acts = [f"D{i} wants {_titles({k for j, k in plain.untold(form) if j == i}, 'or')}"
                    for i in sorted({i for i, _ in plain.untold(form)})]  # fmt: skip
            told = "no agreement can be told, for this reading does not tell whether"
            return f"{told} {listed(acts, 'or')}; {self._lasting}."
        parties, signed = _makers(plain.parties(form)), plain.signed(form)
        if signed is None:
            return f"whether {parties} would sign it depends on how things would otherwise go; {self._lasting}."
        if signed:
            return f"{parties} would sign it, {'and' if form in plain.kept else 'but'} {self._lasting}."
        return self._unsigned()

    def _unsigned(self) -> str:
        why = f", for {reason}" if (reason := self._why()) else ""
        if self.plain.form in self.plain.kept:
            return f"it would hold, but would not be signed{why}."
        if why or self.plain.otherwise(self.plain.form):
            return f"it would not be signed{why}; {self._lasting}."
        return "it would neither be signed nor hold."

    def _why(self) -> str:
        plain, form = self.plain, self.plain.form
        if plain.refusing & plain.parties(form):
            return ""
        if plain.fallbacks <= plain.inside:
            return "things come to it without any agreement"
        losing = [plain.losing(form, each) for each in plain.fallbacks]
        if not any(losing):
            return "no party would gain by it"
        level = any(not lost and not plain.willing(form, each)
                    for lost, each in zip(losing, plain.fallbacks, strict=True))  # fmt: skip
        return "however things would otherwise go, some party loses or none gains" if level else ""

    @property
    def _lasting(self) -> str:
        form, other = self.plain.form, self.plain.otherwise(self.plain.form)
        if form in self.plain.kept:
            return "it would hold"
        if other is None:
            return "it would not hold"
        return f"it would hold only in another form{self._differs(form, other)}"

    @property
    def _done(self) -> list[int]:
        return sorted(self.plain._undone(*self.plain.pair(self.plain.form)))

    @property
    def _gain(self) -> str:
        plain, form = self.plain, self.plain.form
        alone, gaining = plain.alone(form), plain.gaining(form)
        if {i for i, _ in plain.untold(form)} >= alone:
            return "but it is not told whether it wants to"
        better = plain.model.better
        some = sum(any(better(i, form, plain.start if each in plain.inside else each) for i in alone)
                   for each in plain.fallbacks)  # fmt: skip
        if gaining:
            return f"and {'' if gaining == alone else _makers(gaining, 'or') + ' '}would gain by it"
        if 0 < some < len(plain.fallbacks):
            return "and may gain by it, depending on how things would otherwise go"
        return "but would not gain by it"

    # -- who blocks ----------------------------------------------------------------------------------------------

    def of(self, i: int) -> set[str]:
        """What may be said of one decision maker, "" for nothing."""
        reachable = self.plain.reachable(self.plain.form)
        moves = self._moves(i) if reachable else []
        if self._refuses(i):
            also = {f", and {does}" for does, _ in moves} or {""}
            return {f"D{i} refuses it on record{self._closed(i, ', and ')}{one}" for one in also}
        if not reachable:
            return {self._closed(i, f"D{i} ")}
        if losses := [] if self._silent(i) else self._losses(i):
            return {f"D{i} {self._better(i)}{each}" for loss in losses for each in self._loss_and_move(loss, moves)}
        return {f"D{i} {does}, {_for(does, wanted)}" for does, wanted in moves} or {""}

    def _refuses(self, i: int) -> bool:
        return i in self.plain.refusing & self.plain.parties(self.plain.form)

    def _closed(self, i: int, before: str) -> str:
        done = {k for k in self._done if k in self.plain.model.owned[i] and not self.plain.reachable(self.plain.form)}
        return f"{before}closed the way to it for good by {_titles(done, 'and')}" if done else ""

    @staticmethod
    def _loss_and_move(loss: tuple[str, str], moves: list[tuple[str, str]]) -> set[str]:
        """Told as one where both are for the sake of the same."""
        why, wish = loss
        reason = f", {why} it {wish}"
        told = {f" and {does}, {_for(does, wish)}" if (wanted, why) == (wish, "for") else f"{reason}, and {does}"
                for does, wanted in moves}  # fmt: skip
        return told or {reason}

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
        return [("for" if most == of else "in part because", says)
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
        always = len(self._against(i)) == len(self.plain.fallbacks)
        return f"{'would' if always else 'may'} do better otherwise"

    @cached_property
    def _leaving(self) -> PlainLeaving | None:
        return None if self.plain.form in self.plain.kept else PlainLeaving(self.plain)

    def _moves(self, i: int) -> list[tuple[str, str]]:
        """By which moves it ends it, and for which wish: those with the fewest options."""
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
                others = f"{'' if soon else 'in the end '}bring {_makers(who, 'or')} to leave it"
                does = "begin what ends it" if i in who else others
                found.append((f"would {does} by {move}", self._wish(i, t, form)))
                continue
            for shield in leaving.shields(i, form, t) or {frozenset()}:
                ordered = [f"“o{k}”" for sign in "YN" for k in sorted(shield) if notation(t)[k] == sign]
                verb = "keep" if len(ordered) > 1 else "keeps"
                kept = f" ({listed(ordered)} {verb} others from answering)" if shield else ""
                found.append((f"would leave it by {move}{kept}", self._wish(i, t, leaving.instead(i, form, t))))
        return found

    def strays(self) -> set[str]:
        """How it may end in passing; nothing where somebody ends it for its own sake, or blocks it otherwise."""
        makers, plain = self.plain.model.decision_makers, self.plain
        others = any(self._refuses(i) or (self._losses(i) and not self._silent(i)) for i in makers)
        if self._leaving is None or self._leaving.moves()[0] or others or not plain.reachable(plain.form):
            return set()
        return {
            f"{'its end would begin only' if one.stage == 'begins' else 'it would end only'} in passing: "
            f"D{one.i} would gain by {_move(one.origin, one.target, changed(one.origin, one.target) - one.idle)}, "
            f"but not by {_move(one.origin, one.target, one.idle)} with it"
            for one in self._leaving.strays()
        }

    def right_form(self, text: str) -> bool:
        """Whether what is said of the form is so: all that is left open is as at the beginning, or some options are."""
        form, start = notation(self.plain.form), notation(self.plain.start)
        members = [one for state in self.plain.inside for one in state]
        left_open = [k for k in range(len(form)) if k not in self.plain.named and len({one[k] for one in members}) > 1]
        as_first = all(form[k] == start[k] for k in left_open)
        if text == "with all else as at the beginning":
            return as_first
        told = re.findall(r"(with(?:out)?) ((?:“o\d+”(?:, | and )?)+)", text)
        signs = {int(k): "N" if word == "without" else "Y" for word, names in told for k in re.findall(r"\d+", names)}
        right = all(form[k] == sign and k in left_open for k, sign in signs.items())
        return bool(FORM.match(text)) and bool(signs) and right and not as_first

    # -- parts ---------------------------------------------------------------------------------------------------

    def _wish(self, i: int, better: State, worse: State) -> str:
        """For what somebody prefers one state: its first statement that holds there and not in the other."""
        kind, given = self.plain.model.preferences[i]
        if kind != "statements":
            return "ranks another state higher"
        return wish(next(each for each in given if self.plain.true(each, better) != self.plain.true(each, worse)))

    @staticmethod
    def _differs(one: State, other: State) -> str:
        """The options that differ, if there are two at most; else the first and how many others do."""
        begun, ended = _changes(one, other)
        parts = [f"{word} {listed(each)}" for word, each in (("with", begun), ("without", ended)) if each]
        if (left := len(begun) + len(ended) - 1) > 1:
            first = f"with {begun[0]} and" if begun else f"without {ended[0]} and with"
            parts = [f"{first} {number(left)} other changes"]
        return f", such as {listed(parts)}" if parts else ""


def _for(does: str, wish: str) -> str:
    """For the sake of what; what is wanted is not named again where it is the one option of the move."""
    step = re.fullmatch(r"would .* by (taking|giving) up (“o\d+”)", does)
    if step:
        wanted = f"{'wants' if step[1] == 'taking' else 'does not want'} {step[2]}"
        if re.match(rf"{wanted}($| if | exactly when | without )", wish):
            return f"which it {wish.replace(f' {step[2]}', '', 1)}"
    return f"for it {wish}"


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
