"""One package file of the case as the page shows it: a chart of gains, its packages, what each stands on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from hikiwake.dossier import Entry
from hikiwake.figures.gains import Fair, Shown, Span, gains
from hikiwake.report.grounds import Grounds
from hikiwake.settlement.packages import Negotiation, Packages
from hikiwake.settlement.packages.holding.tabled import OnTable, gain_of, when_of
from hikiwake.settlement.packages.listing.worth import voices_of
from hikiwake.settlement.packages.negotiation import Package, Voice
from hikiwake.settlement.packages.uncertain.intervals import bounds
from hikiwake.wording.packages import page as wording
from hikiwake.wording.packages.parts import package as package_words
from hikiwake.wording.settlements import look

MOST_ROWS = 12


class Verdict(NamedTuple):
    """What a reading of the model says: its look, and whose reading it is; "" for the record as a whole."""

    look: str
    reading: str


@dataclass(frozen=True, slots=True)
class Row:
    """A package in the table: what it is, what it gains for each party, how often all accept it, what would hold."""

    id: str
    number: int
    name: str
    takes: str
    gains: list[tuple[str, str, str]]  # sure, the word for it, the range
    share: str
    own: Verdict | None
    rivals: list[Verdict]
    documents: list[int]


@dataclass(frozen=True, slots=True)
class Cell:
    """What an alternative is worth to a voice: the row that it opens, its title, the range, and what is inferred."""

    id: str
    title: str
    span: str
    inferred: str


@dataclass(frozen=True, slots=True)
class Worth:
    """An alternative of an issue, with a cell for each voice; the issue's name stands in its first row."""

    issue: str
    alternatives: int
    alternative: str
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class File:
    """A package file: its chart, its packages, what each issue is worth, and what is said of it."""

    id: str
    era: str
    title: str
    opening: tuple[str, ...]
    chart: str
    fair: list[tuple[str, str]]
    parties: list[str]
    rows: list[Row]
    voices: list[str]
    worths: list[Worth]
    said: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Making:
    """One file in the making; ids of what it opens begin with its number."""

    grounds: Grounds
    number: int
    found: Packages

    @property
    def told(self) -> Negotiation:
        """What the file says."""
        return self.found.negotiation

    def file(self) -> File:
        """The file as the template shows it."""
        told, found = self.told, self.found
        on_table = [*(found.tabled or self._best())][:MOST_ROWS]
        rows = [self._row(number, one) for number, one in enumerate(on_table, 1)]
        shown = [self._shown(row, one) for row, one in zip(rows, on_table, strict=True)]
        fair = self._fair() if found.is_settled else {}
        front = [row.gains[:2] for row in found.rows]
        drawn = gains(
            shown,
            [(first, second) for first, second in front],
            [Fair("".join(letters), *at) for at, letters in fair.items()],
            (told.names[0], told.names[1]),
            wording.chart(told.title, told.names[:2]),
        )
        letters = [letter for each in fair.values() for letter in each]
        opening, said = self._sentences()
        return File(
            f"packages-{self.number}", told.conflict if told.conflict in self._eras else "", told.title, opening,
            drawn, [(letter, wording.FAIR_POINTS[letter]) for letter in letters], [*told.names], rows,
            [voice.name for voice in voices_of(told)], [*self._worths()], said,
            wording.first_two(told.names) if len(told.names) > len(told.names[:2]) else "",
        )  # fmt: skip

    def _sentences(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What is said of the zone and how sure that is; and which issues are tied together, and how worth is reckoned.

        What is said of each package that has a name stands in the table.
        """
        untabled = replace(self.found, tabled=())
        *opening, reading = replace(untabled, negotiation=replace(self.told, links=())).sentences
        return tuple(opening), (*(each for each in untabled.sentences if each not in (*opening, reading)), reading)

    @property
    def _eras(self) -> set[str]:
        return {era.id for era in self.grounds.dossier.case.eras}

    def _best(self) -> Iterator[OnTable]:
        """The first packages of the Pareto set, where the file names none."""
        for row in self.found.rows[:MOST_ROWS]:
            place = tuple(issue.alternatives.index(row.package[issue.id]) for issue in self.told.issues)
            each = tuple(gain_of(party, place) for party in self.told.parties)
            yield OnTable(self._takes(place), place, (), each, when_of(self.told, place))

    def _takes(self, package: Package) -> str:
        """The alternatives of a package that are not as things stand."""
        base = self.told.status_quo or (-1,) * len(package)
        taken = [(issue.name, issue.called(at)) for issue, at, old in
                 zip(self.told.issues, package, base, strict=True) if at != old]  # fmt: skip
        return package_words(taken).strip("“”") if taken else wording.AS_IT_STANDS

    def _row(self, number: int, one: OnTable) -> Row:
        id_ = f"packages-{self.number}-package-{number}"
        takes = self._takes(one.package)
        verdicts = [Verdict(look(each.verdict, each.signed), each.reading) for each in self.found.held(one.package)]
        own = next((each for each in verdicts if not each.reading), None)
        return Row(
            id_, number, one.name, "" if takes == one.name else takes,
            [(gain.accepts, wording.SURE[gain.accepts], wording.span(gain.low, gain.high)) for gain in one.gains],
            wording.share(one.accepted.low, one.accepted.share, one.accepted.high) if one.accepted else "",
            own, [each for each in verdicts if each.reading], self.grounds.rest(id_, self._entries(one)),
        )  # fmt: skip

    def _entries(self, one: OnTable) -> list[Entry]:
        """On what a package stands: the entries that tell of it, then those of what it takes, by every voice."""
        ids = [*one.grounds]
        base = self.told.status_quo or (-1,) * len(one.package)
        for voice in voices_of(self.told):
            for issue, at, old in zip(self.told.issues, one.package, base, strict=True):
                ids += voice.grounds_of(issue.id, issue.alternatives[at]) if at != old else ()
        return [entry for id_ in dict.fromkeys(ids) if (entry := self.grounds.dossier.by_id.get(id_))]

    def _shown(self, row: Row, one: OnTable) -> Shown:
        first, second = (Span(gain.low, gain.middle, gain.high) for gain in one.gains[:2])
        return Shown(row.number, one.name, row.id, first, second, one.accepts)

    def _fair(self) -> dict[tuple[float, float], list[str]]:
        """The fair points by where they stand, each with its letters."""
        found: dict[tuple[float, float], list[str]] = {}
        for name, letter in wording.FAIR.items():
            for point in getattr(self.found.points, name)[:1]:
                found.setdefault((point.gains[0], point.gains[1]), []).append(letter)
        return found

    def _worths(self) -> Iterator[Worth]:
        for at, issue in enumerate(self.told.issues):
            for place in range(len(issue.alternatives)):
                cells = [self._cell(number, voice, at, place) for number, voice in enumerate(voices_of(self.told), 1)]
                yield Worth(issue.name if not place else "", len(issue.alternatives), issue.called(place), cells)

    def _cell(self, number: int, voice: Voice, at: int, place: int) -> Cell:
        issue, stake = self.told.issues[at], voice.stakes[at]
        low, high = bounds(stake)[place]
        id_ = f"packages-{self.number}-{number}-{at + 1}-{place + 1}"
        stands = low == high == 0 and self.told.status_quo is not None and self.told.status_quo[at] == place
        ids = () if stands else voice.grounds_of(issue.id, issue.alternatives[place])
        entries = [entry for each in ids if (entry := self.grounds.dossier.by_id.get(each))]
        if entries:
            self.grounds.rest(id_, entries)
        title = wording.title_of_cell(voice.name, issue.name, issue.called(place))
        return Cell(id_ if entries else "", title, wording.span(float(low), float(high)),
                    voice.inferred_of(issue.id, issue.alternatives[place]) if entries else "")  # fmt: skip
