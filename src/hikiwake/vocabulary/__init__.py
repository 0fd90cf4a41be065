"""The words an entry may use: tables that an area expert can review without reading code, and their one loader."""

from __future__ import annotations

import csv
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class EventType:
    """One of the 16 types of act of the PLOVER scheme: its words, its quad class (1 to 4) and its modes."""

    id: str
    title: str
    quad: int
    meaning: str
    modes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Words of a language whose full stop does not end a sentence, and words that begin one after a doubtful one."""

    always: frozenset[str] = frozenset()
    before_number: frozenset[str] = frozenset()
    seldom: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()


@cache
def abbreviations(language: str) -> Abbreviations:
    """The abbreviations of a language, as listed in ``abbreviations.toml``; none for a language that is not there.

    >>> "mr" in abbreviations("en").always
    True
    """
    text = files(__package__).joinpath("abbreviations.toml").read_text(encoding="utf-8")
    lists = tomllib.loads(text).get(language, {})
    return Abbreviations(**{key: frozenset(words) for key, words in lists.items()})


@cache
def speech(kind: str) -> re.Pattern[str]:
    """The words of one kind in ``speech.toml`` (saying, condition, ...) as a pattern. Raises ``KeyError`` for others.

    >>> bool(speech("saying").search("As he told them")), bool(speech("condition").search("the difference"))
    (True, False)
    """
    told = tomllib.loads(files(__package__).joinpath("speech.toml").read_text(encoding="utf-8"))[kind]
    return re.compile("|".join(map(_looked_for, told)), re.IGNORECASE)


def _looked_for(word: str) -> str:
    """The pattern of a word: from its beginning, with its end where it is marked."""
    bare = word.removesuffix("$")
    spaced = bare[0].isascii() or "\u0400" <= bare[0] <= "\u04ff"
    begun = rf"\b{re.escape(bare)}" if spaced else re.escape(bare)
    return rf"{begun}\b" if word != bare else begun


@cache
def choices(field: str) -> tuple[str, ...]:
    """The values a field may take, as listed in ``values.toml``. Raises ``KeyError`` for an unknown field.

    >>> choices("sign")
    ('+', '-', '0')
    """
    return tuple(_values()[field])


@cache
def _values() -> dict[str, list[str]]:
    text = files(__package__).joinpath("values.toml").read_text(encoding="utf-8")
    return {field: [str(value) for value in values] for field, values in tomllib.loads(text).items()}


@cache
def event_types() -> dict[str, EventType]:
    """The event types by id, in the order of the table ``event_types.csv``.

    >>> event_types()["CONSULT"].quad
    1
    """
    lines = files(__package__).joinpath("event_types.csv").read_text(encoding="utf-8").splitlines()
    return {
        row["id"]: EventType(row["id"], row["title"], int(row["quad"]), row["meaning"], tuple(row["modes"].split(";")))
        for row in csv.DictReader(lines)
    }


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """What questions consist of beside their subject: words left out, light words, what is asked for.

    ``joins``, ``asks`` and ``takes_up`` are the words between the parts of a question, at the beginning of one, and for
    what was named before.
    """

    stop_words: frozenset[str]
    light_words: frozenset[str]
    asks_for: dict[str, tuple[str, ...]]
    joins: tuple[str, ...]
    asks: tuple[str, ...]
    takes_up: frozenset[str]


@cache
def question_words() -> QuestionWords:
    """The words of questions, as listed in ``questions.toml``.

    >>> "when" in question_words().asks_for["date"]
    True
    """
    table = tomllib.loads(files(__package__).joinpath("questions.toml").read_text(encoding="utf-8"))
    asks_for = {kind: tuple(words) for kind, words in table["asks_for"].items()}
    words = (frozenset(table["stop_words"]), frozenset(table["light_words"]), asks_for)
    parts = (tuple(table["parts"]["joins"]), tuple(table["parts"]["asks"]), frozenset(table["parts"]["takes_up"]))
    return QuestionWords(*words, *parts)


@dataclass(frozen=True, slots=True)
class DateWords:
    """The words of dates: the number of each form of a month's name, the first year of each era.

    ``named`` are all these names, ``era_ends`` the last signs of the eras of East Asia. ``seasons`` have their first
    and last month, ``fiscal`` years by state their first month and whether they begin or end in the year they are
    called by, ``fiscal_of`` the words that tell the state, ``stretches`` their period as written. ``instruments`` are
    what a year may be part of the name of, ``within_names`` small words in such names, ``counted`` what a number
    before it counts.
    """

    months: dict[str, int]
    eras: dict[str, int]
    named: frozenset[str]
    era_ends: frozenset[str]
    seasons: dict[str, tuple[int, int]]
    fiscal: dict[str, tuple[int, str]]
    fiscal_of: dict[str, str]
    stretches: dict[str, str]
    instruments: frozenset[str]
    within_names: tuple[str, ...]
    counted: frozenset[str]

    def year_of(self, era: str, count: int) -> int:
        """The year that an era counts so. Raises ``ValueError`` for a count that the era does not have.

        >>> date_words().year_of("平成", 26)
        2014
        """
        begun = self.eras[era.casefold()]
        next_begun = min((year for year in self.eras.values() if year > begun), default=9999)
        if not 1 <= count <= next_begun - begun + 1:
            raise ValueError(f"{era} has no year {count}")
        return begun + count - 1


@cache
def date_words() -> DateWords:
    """The words of dates, as listed in ``dates.toml``.

    >>> date_words().months["sept"], date_words().eras["heisei"]
    (9, 1989)
    """
    table = tomllib.loads(files(__package__).joinpath("dates.toml").read_text(encoding="utf-8"))
    named = (enumerate(names, 1) for names in table["months"].values())
    months = {form: number for names in named for number, forms in names for form in forms.split()}
    eras: dict[str, int] = table["eras"]
    return DateWords(
        months=months,
        eras=eras,
        named=frozenset(months) | frozenset(eras),
        era_ends=frozenset(era[-1] for era in eras),
        seasons={season: (first, last) for season, (first, last) in table["seasons"].items()},
        fiscal={state: (month, called) for state, (month, called) in table["fiscal"].items()},
        fiscal_of=table["fiscal_of"],
        stretches=table["stretches"],
        instruments=frozenset(table["instruments"]["names"]),
        within_names=tuple(table["instruments"]["within"]),
        counted=frozenset(table["counted"]["words"]),
    )


@cache
def families(name: str) -> tuple[tuple[str, ...], ...]:
    """Words that stand for the same thing: the families of ``synonyms.toml`` or ``aliases.toml``.

    >>> any("halt" in family for family in families("synonyms"))
    True
    """
    table = tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    return tuple(tuple(family) for family in table["families"])
