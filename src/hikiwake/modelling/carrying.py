"""What a ground is too little for: why an entry that may stand as a ground does not carry the statement that names it.

The rule of ``grounds`` says what is no ground at all: that is a fault. Of what it lets pass, a ground is too little

- by its **period**, where it only touches the era: it shares less than a tenth of its own days and of the era's; of an
  event, where no mention of it is about that time (``telling`` has both);
- by its **documents**, where the statement is of a reading named after a document that tells none of its grounds of
  that era;
- by its **holder**, where neither the decision maker nor an organ of it wants or acts: a public, a faction, a company,
  a group, a person who held no office then;
- by its **kind**, where it does not say what is wanted: advice, a constraint, an act that is only alleged; and an act
  that was not done (negated, cancelled, postponed), unless the statement denies something;
- by its **verb**, where nothing but positions that study something, or speak on it without being for or against
  (``other``), carries the statement: what was only studied or talked about is no wish.

Claims, readings and drivers only stand beside others, and nothing is asked of them here. A statement marked
``inferred`` says of itself that it is more than its grounds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hikiwake.conflict.model.statements import And, If, Not, Or, Tree
from hikiwake.dossier import Entry, Event, Position
from hikiwake.modelling.grounds import Grounds
from hikiwake.modelling.telling import reaches, telling
from hikiwake.wording import grounds as wording

NO_WISH = ("recommended", "constraint", "alleged")
NOT_DONE = ("negated", "cancelled", "postponed")
ONLY_TALK = ("studies", "other")


def too_little(rule: Grounds, entry: Entry, says: Tree, era: str) -> Iterator[str]:
    """Why an entry is too little for what a statement says, in words; nothing where it carries it.

    >>> import hikiwake as hw
    >>> from hikiwake.conflict.model.statements import parse
    >>> case = hw.load("japan_russia")
    >>> rule = Grounds(case, "JPN", case.era("2016-2018").period)
    >>> list(too_little(rule, case.by_id["position-hirose-2018-185"], parse("sanctions").tree, "2016-2018"))
    ['"position-hirose-2018-185" is a constraint, which does not say what Japan wants']
    """
    if not isinstance(entry, Position | Event):
        return
    name = rule.dossier.actor[rule.actor].name()
    if not reaches(entry.period, rule.period):
        yield wording.touches(entry.id, era)
    elif not telling(rule.dossier, entry, rule.period):
        yield wording.told_of_others(entry.id, era)
    acting = (entry.actor,) if isinstance(entry, Position) else (*entry.sources, *entry.persons)
    own = [each for each in acting if rule.includes(each)]
    if own and not any(rule.dossier.actor[each].speaks_in(entry.period) for each in own):
        yield wording.not_speaking(entry.id, [rule.dossier.actor[each].name() for each in own], name)
    kind = entry.kind if isinstance(entry, Position) else entry.happened
    if kind in NO_WISH or (kind in NOT_DONE and not denies(says)):
        yield wording.wrong_kind(entry.id, kind, name)


def only_talked_of(rule: Grounds, grounds: Sequence[str]) -> Iterator[str]:
    """That nothing but what was studied or talked about carries a statement, in words.

    >>> import hikiwake as hw
    >>> case = hw.load("japan_russia")
    >>> rule = Grounds(case, "JPN", case.era("2022-").period)
    >>> list(only_talked_of(rule, ["position-yamazoe-2023-065"]))
    ['"position-yamazoe-2023-065" only studies or talks about something, which does not say what Japan wants']
    """
    carrying = [entry for id_ in grounds if isinstance(entry := rule.dossier.by_id[id_], Position | Event)]
    if carrying and all(isinstance(entry, Position) and entry.verb in ONLY_TALK for entry in carrying):
        yield wording.only_talked_of([entry.id for entry in carrying], rule.dossier.actor[rule.actor].name())


def not_by(rule: Grounds, grounds: Sequence[str], reading: str, era: str) -> Iterator[str]:
    """That a reading named after a document has a statement which that document does not tell of the era, in words."""
    document = rule.dossier.document.get(reading)
    told = {id_ for ground in grounds for id_ in telling(rule.dossier, rule.dossier.by_id[ground], rule.period)}
    if document and grounds and reading not in told:
        yield wording.not_by(document.label, era)


def denies(says: Tree) -> bool:
    """Whether a statement denies something, whatever its condition.

    >>> from hikiwake.conflict.model.statements import parse
    >>> [denies(parse(text).tree) for text in ("not a", "not a if b", "a", "not a and b", "not a and not b")]
    [True, True, False, False, True]
    """
    match says:
        case Not():
            return True
        case If(consequence=part):
            return denies(part)
        case And(parts) | Or(parts):
            return all(map(denies, parts))
    return False
