"""The package file: TOML, read with every fault at once, each with the line where it stands.

The form is that of the manual's chapter on packages. Numbers are read as exact fractions.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from hikiwake.conflict.files.incoming import refuse_with_places, tables_of, text_of_model
from hikiwake.conflict.files.typed import Table
from hikiwake.conflict.model.faults import Fault, Place, nearest
from hikiwake.settlement.packages.files.rules import RuleReader
from hikiwake.settlement.packages.negotiation import (
    Issue,
    Level,
    Negotiation,
    Package,
    Party,
    Ratification,
    Voice,
)

TOP = ("title", "conflict", "issues", "parties", "excluded", "needed", "status_quo", "states", "links", "tabled")
PARTY = ("name", "weights", "evaluations", "orders", "about", "reservation", "reservations", "reading", "grounds",
         "inferred", "constituencies", "ratification", "rivals")  # fmt: skip
RIVAL = ("name", "weights", "evaluations", "orders", "about", "reservation", "reading", "grounds", "inferred")
CONSTITUENCY = ("name", "weights", "evaluations", "orders", "about", "floor", "reading", "grounds", "inferred", "votes")
MOST_ISSUES, MOST_ALTERNATIVES, MOST_PARTIES, MOST_CONSTITUENCIES = 200, 1_000, 12, 50


def read_negotiation(path: str | Path) -> Negotiation:
    """Read a package file. Raises ``ModelError`` that lists every fault with file and line."""
    return negotiation_from(text_of_model(Path(path)), str(path))


def negotiation_from(text: str, name: str = "packages") -> Negotiation:
    """Read a negotiation from the text of a package file; ``name`` stands for the file in messages.

    >>> negotiation_from('titel = "x"')
    Traceback (most recent call last):
    hikiwake.errors.ModelError: packages has 3 faults:
    packages:1: titel: unknown key; did you mean "title"?
    packages: issues: none given; a package file needs at least one issue
    packages: parties: none given; a package file needs at least one party
    """
    reader = Reader()
    negotiation = reader.negotiation(tables_of(text, name))
    refuse_with_places(reader.faults, text, name)
    return negotiation


def refuse_unlisted(negotiation: Negotiation, text: str, name: str) -> None:
    """Raise ``ModelError`` where an issue has no alternatives: it can be divided, but there are no packages of it."""
    said = "missing; give the alternatives, or divide the issues by adjusted-winner"
    refuse_with_places(
        (Fault(("issues", at, "alternatives"), said) for at, issue in enumerate(negotiation.issues)
         if not issue.alternatives),
        text, name,
    )  # fmt: skip


class Reader(RuleReader):
    """Reads the tables of a package file; ``faults`` grows while it reads."""

    def negotiation(self, content: Table) -> Negotiation:
        """The negotiation as far as it can be understood."""
        self._keys(content, (), TOP)
        self.issues = tuple(self._issue(table, place) for table, place in self._tables(content, (), "issues"))
        self._counted("issues", len(self.issues), MOST_ISSUES, "issue")
        self._once(("issues",), "id", [issue.id for issue in self.issues])
        self.status_quo = self._package(content["status_quo"], ("status_quo",)) if "status_quo" in content else None
        parties = tuple(self._party(table, place) for table, place in self._tables(content, (), "parties"))
        self._counted("parties", len(parties), MOST_PARTIES, "party")
        self._once(("parties",), "name", [party.name for party in parties])
        return Negotiation(
            issues=self.issues,
            parties=parties,
            clashes=(*self._excluded(content), *self._needing(content)),
            status_quo=self.status_quo,
            title=self._text(content, (), "title"),
            conflict=self._text(content, (), "conflict"),
            states=tuple(self._states(content)),
            links=tuple(self._links(content)),
            tabled=tuple(self._tabled(content)),
        )

    def _counted(self, key: str, count: int, most: int, noun: str) -> None:
        if not count and not any(fault.place[:1] == (key,) for fault in self.faults):
            self._fault((key,), f"none given; a package file needs at least one {noun}")
        elif count > most:
            self._fault((key,), f"{count:,} given; expected at most {most:,}")

    def _once(self, place: Place, key: str, names: list[str]) -> None:
        for number, name in enumerate(names):
            if name and name in names[:number]:
                self._fault((*place, number, key), f'"{name}" given twice; each needs a name of its own')

    def _issue(self, table: Table, place: Place) -> Issue:
        self._keys(table, place, ("id", "title", "alternatives", "titles"))
        alternatives = self._texts(table, place, "alternatives")
        at = (*place, "alternatives")
        if "alternatives" in table and isinstance(table["alternatives"], list) and not table["alternatives"]:
            self._fault(at, "empty; give at least one alternative, or leave the key out where the issue is divided")
        if len(alternatives) > MOST_ALTERNATIVES:
            self._fault(at, f"{len(alternatives):,} given; expected at most {MOST_ALTERNATIVES:,}")
        for number, one in enumerate(alternatives):
            if not one.strip() or one in alternatives[:number]:
                self._fault(
                    at, f'"{one}" given twice' if one.strip() else "an empty text; give each alternative a name"
                )
        titles = self._titles(table, place, alternatives)
        return Issue(self._name(table, place, "id"), alternatives, self._text(table, place, "title"), titles)

    def _titles(self, table: Table, place: Place, alternatives: tuple[str, ...]) -> tuple[str, ...]:
        """What alternatives are called, in their order; nothing where no titles are given."""
        given = self._of_kind(table, place, "titles", dict) or {}
        for name in given:
            if name not in alternatives:
                self._fault((*place, "titles", name), f"no alternative; {nearest(name, alternatives)}")
        return tuple(self._text(given, (*place, "titles"), name) for name in alternatives) if given else ()

    # parties

    def _party(self, table: Table, place: Place) -> Party:
        self._keys(table, place, PARTY)
        voice = self._voice(table, place, "reservation", None)
        tables = self._tables(table, place, "constituencies")
        constituencies = tuple(self._constituency(own, at, voice) for own, at in tables)
        if len(constituencies) > MOST_CONSTITUENCIES:
            self._fault((*place, "constituencies"), f"{len(constituencies):,} given; expected at most "
                        f"{MOST_CONSTITUENCIES}")  # fmt: skip
        self._once((*place, "constituencies"), "name", [one.name for one in constituencies])
        votes = tuple(self._votes(own, at) for own, at in tables)
        rule, levels = self._ratification(table, place, votes), self._levels(table, place)
        rivals = tuple(self._rival(own, at, voice) for own, at in self._tables(table, place, "rivals"))
        return Party(voice, constituencies, rule, levels, rivals)

    def _rival(self, table: Table, place: Place, party: Voice) -> Voice:
        """A party's voice as another holder tells it; what that one does not tell is as the party has it."""
        self._keys(table, place, RIVAL)
        return self._voice(table, place, "reservation", party, alike=True)

    def _constituency(self, table: Table, place: Place, party: Voice) -> Voice:
        self._keys(table, place, CONSTITUENCY)
        if "floor" not in table:
            self._fault((*place, "floor"), "missing; give the least worth that it accepts, or a package")
        return self._voice(table, place, "floor", party)

    def _votes(self, table: Table, place: Place) -> Fraction:
        votes = self._number(table.get("votes", 1), (*place, "votes"))
        if votes is not None and votes <= 0:
            self._fault((*place, "votes"), f"{votes}; expected more than 0")
        return votes or Fraction(1)

    def _ratification(self, table: Table, place: Place, votes: tuple[Fraction, ...]) -> Ratification:
        """All, any k of n, or a quota of votes; without a rule all."""
        rule, at = table.get("ratification", "all"), (*place, "ratification")
        if isinstance(rule, int) and not isinstance(rule, bool):
            if not 1 <= rule <= len(votes):
                self._fault(at, f"{rule}; expected how many of the {len(votes)} constituencies have to accept")
            return Ratification((Fraction(1),) * len(votes), Fraction(rule))
        if isinstance(rule, dict):
            self._keys(rule, at, ("quota",))
            quota = self._number(rule["quota"], (*at, "quota")) if "quota" in rule else None
            if quota is None or not 0 < quota <= sum(votes):
                self._fault((*at, "quota"), f"expected a number of votes above 0 and at most {sum(votes)}, all of them")
            return Ratification(votes, quota or sum(votes, Fraction(0)))
        if rule != "all":
            self._fault(at, f'{rule}; expected "all", how many have to accept, or {{ quota = VOTES }}')
        return Ratification((Fraction(1),) * len(votes), Fraction(len(votes)))

    def _levels(self, table: Table, place: Place) -> tuple[tuple[str, Level], ...]:
        """The reservation by era, in the order of the file."""
        by_era = self._of_kind(table, place, "reservations", dict) or {}
        return tuple((era, self._level(level, (*place, "reservations", era))) for era, level in by_era.items())


def package_named(negotiation: Negotiation, text: str) -> Package:
    """The package that a text such as ``size=small,site=home`` names; ``;`` may stand for the commas.

    Raises ``ModelError`` for what is no package.

    >>> file = '[[issues]]\\nid = "size"\\nalternatives = ["large", "small"]\\n[[parties]]\\nname = "A"'
    >>> package_named(negotiation_from(file + "\\nweights = { size = 1 }\\norders = { size = ['small', 'large'] }"),
    ...     "size=small")
    (1,)
    """
    reader = Reader()
    reader.issues = negotiation.issues
    reader.status_quo = negotiation.status_quo
    each = (one.partition("=") for one in text.split(";" if ";" in text else ",") if one.strip())
    given = {issue.strip(): alternative.strip() for issue, _, alternative in each}
    package = reader._package(given, ("package",))
    refuse_with_places(reader.faults, "", "the package")
    return package
