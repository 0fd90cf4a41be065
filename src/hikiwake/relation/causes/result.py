"""What the timeline says of the causes that authors argue: a row for each argument, a test for each link."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from hikiwake.dossier import Dossier, Event, Variable
from hikiwake.relation.causes.coincidence import interval
from hikiwake.results import Plain, Result
from hikiwake.wording.clauses import causes as wording
from hikiwake.wording.phrases import sentence
from hikiwake.wording.tables import paragraphs

DIGITS = 4


@dataclass(frozen=True, slots=True)
class Window:
    """What was counted in one window: all are means over the draws of imprecise dates.

    years: how long; causes: whose window was over when the record ends; followed, preceded: with an effect within the
    window after, before; by_chance: followed after a shift along the record
    p: that chance alone goes as far the claimed way; p_claim: that a true claim is as far off; draws: of each
    """

    years: float
    causes: float
    followed: float
    preceded: float
    by_chance: float
    p: float
    p_claim: float
    draws: int

    @property
    def p_interval(self) -> tuple[float, float]:
        """Between which values other seeds would have p."""
        return interval(self.p, self.draws)

    @property
    def sentence(self) -> str:
        """What was counted, in words."""
        told = wording.chance(self.p, *self.p_interval)
        return wording.window(self.years, self.causes, self.followed, self.by_chance, self.preceded, told)

    def as_row(self) -> Plain:
        """The window as plain values."""
        low, high = self.p_interval
        names = ("years", "causes", "followed", "preceded", "by_chance", "p", "p_claim")
        made = {name: round(getattr(self, name), DIGITS) for name in names}
        return {**made, "p_low": round(low, DIGITS), "p_high": round(high, DIGITS)}


@dataclass(frozen=True, slots=True)
class Link:
    """A cause and an effect as argued with one sign: how each is told by acts, which these are, and the test.

    verdict: in line, against or untestable; reason: why untestable, else ""; windows: none where nothing was counted
    less: whether the effect is told by acts of less of it
    """

    cause: str
    effect: str
    sign: str
    cause_told: str
    effect_told: str
    less: bool
    cause_ids: tuple[str, ...]
    effect_ids: tuple[str, ...]
    windows: tuple[Window, ...]
    verdict: str
    reason: str
    drivers: tuple[str, ...]

    def as_row(self) -> Plain:
        """The link as plain values."""
        names = ("cause", "effect", "sign", "verdict", "reason", "cause_told", "effect_told", "less")
        ids = ("cause_ids", "effect_ids", "drivers")
        return {
            **{name: getattr(self, name) for name in names},
            **{name: list(getattr(self, name)) for name in ids},
            "windows": [each.as_row() for each in self.windows],
        }


@dataclass(frozen=True, slots=True)
class Argued:
    """One author's argument, and how it stands to the timeline."""

    driver: str
    holder: str
    cause: str
    effect: str
    sign: str
    verdict: str
    reason: str

    def as_row(self) -> Plain:
        """The argument as plain values."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True)
class Coincidence(Result[Argued]):
    """The arguments of a dossier held against its timeline, in the order of the record; links: what was tested."""

    rows: tuple[Argued, ...]
    links: tuple[Link, ...]
    lengths: tuple[float, ...]
    level: float
    at_least: int
    draws: int
    seed: int
    dossier: Dossier = field(repr=False, compare=False)

    @property
    def untold(self) -> tuple[Variable, ...]:
        """The causes and effects that no kind of act tells, and no driver by an event; each with the case's reason."""
        told = [(link.cause, link.cause_told or link.cause_ids) for link in self.links]
        told += [(link.effect, link.effect_told) for link in self.links]
        known, ids = {id_ for id_, by in told if by}, dict.fromkeys(id_ for id_, _ in told)
        own = {each.id: each for each in self.dossier.case.variables}
        return tuple(own.get(id_) or Variable(id_, id_) for id_ in ids if id_ not in known)

    @property
    def tested(self) -> tuple[Link, ...]:
        """The links with enough acts on both sides."""
        return tuple(link for link in self.links if link.windows)

    def as_records(self) -> list[Plain]:
        """The arguments as plain values."""
        return [row.as_row() for row in self.rows]

    def as_record(self) -> Plain:
        """The whole as plain values, as ``--json`` prints it."""
        return {
            "windows": list(self.lengths), "level": self.level, "at_least": self.at_least,
            "draws": self.draws, "seed": self.seed, "tested": len(self.tested),
            "by_chance": round(len(self.tested) * self.level, DIGITS),
            "links": [link.as_row() for link in self.links], "arguments": self.as_records(),
            "untold": [{"variable": each.id, "title": each.title, "note": each.note} for each in self.untold],
        }  # fmt: skip

    @property
    def sentences(self) -> tuple[str, ...]:
        """How many arguments could be tested, how they came out, how many would by chance, and why others could not."""
        argued = {id_ for link in self.tested for id_ in link.drivers}
        verdicts = Counter(link.verdict for link in self.tested)
        said = [wording.counted_links(len(argued), len(self.rows), len(self.tested), verdicts)]
        if self.tested:
            said += [wording.by_chance(len(self.tested), self.level, self.lengths), wording.caution()]
        untestable = Counter(row.reason for row in self.rows if row.reason)
        if untestable:
            said.append(wording.left_out(dict(untestable.most_common())))
        if explained := sum(bool(each.note) for each in self.untold):
            said.append(wording.untold(len(self.untold), explained))
        return tuple(said)

    def sentence(self, link: Link) -> str:
        """What is argued of a link and by whom, how it stands to the timeline, and what was counted."""
        holders = tuple(dict.fromkeys(self._holder[id_] for id_ in link.drivers))
        titles = (self.title(link.cause), self.title(link.effect))
        said = wording.link(*titles, link.sign, holders, link.verdict, link.reason)
        told = wording.causes(len(link.cause_ids), link.cause_told)
        done = wording.effects(len(link.effect_ids), link.effect_told, less=link.less)
        return " ".join(
            [said, *([sentence(f"{told}; {done}")] if link.windows else []), *(each.sentence for each in link.windows)]
        )

    def title(self, variable: str) -> str:
        """What a cause or an effect is called."""
        return {term.id: term.title for term in self.dossier.case.variables}.get(variable) or variable

    def why(self, driver: str) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
        """The events of the cause and of the effect behind an argument. Raises ``KeyError`` for one that is not there.

        >>> import hikiwake as hw
        >>> found = hw.coincidence(hw.load("japan_russia"), draws=99)
        >>> causes, effects = found.why("driver-yamazoe-2023-024")
        >>> {event.type for event in causes}
        {'SANCTION'}
        """
        link = next((each for each in self.links if driver in each.drivers), None)
        if link is None:
            raise KeyError(driver)
        causes, effects = (tuple(self._event[id_] for id_ in ids) for ids in (link.cause_ids, link.effect_ids))
        return causes, effects

    def shown(self) -> tuple[Sequence[str], Iterable[Iterable[object]]]:
        """The tested links, a row for each window."""
        return wording.HEAD, (
            (
                self.title(link.cause), self.title(link.effect), wording.SIGNS[link.sign], wording.years(each.years),
                f"{wording.count(each.followed)} of {wording.count(each.causes)}", f"{each.by_chance:.1f}",
                wording.share(each.p), link.verdict,
            )
            for link in self.tested
            for each in link.windows
        )  # fmt: skip

    @cached_property
    def _holder(self) -> dict[str, str]:
        return {row.driver: row.holder for row in self.rows}

    @cached_property
    def _event(self) -> dict[str, Event]:
        return {event.id: event for event in self.dossier.events}

    def _repr_html_(self) -> str:
        return f"{super()._repr_html_()}{paragraphs(self.sentences)}"
