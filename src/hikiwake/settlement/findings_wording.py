"""Findings and the table against history in words: templates without proper names, all in this one place.

Names of decision makers, titles of options and formulas, eras and variants come in with the results.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from hikiwake.conflict.explaining.wishes import statement_words, titles_of, wish_words
from hikiwake.conflict.model.changes import Change, Drop, Flip, MoveTo
from hikiwake.conflict.model.conflict import Conflict, PreferenceStatement, Statements
from hikiwake.conflict.model.statements import Named, Not, parse
from hikiwake.wording.moves import NAMES, listing

if TYPE_CHECKING:
    from hikiwake.modelling.history import Comparison, History, NoModel
    from hikiwake.settlement.blockers import Blocker
    from hikiwake.settlement.findings import Finding, Unsaid

FINDINGS_HEAD = ("era", "settlement", "by", "holds", "could be agreed", "share of draws", "finding")
HISTORY_HEAD = ("era", "by", "outcome", "holds by", "reached", "states that hold", "in random order", "nothing changes")


def reading_words(variant: str) -> str:
    """Whose reading: the whole record's, or one document's."""
    return f"by {variant}" if variant else "by the record as a whole"


def change_words(conflict: Conflict, change: Change) -> str:
    """A change to one statement, with the titles of the options; without the full stop."""
    if not isinstance(change, Drop | Flip | MoveTo):
        raise TypeError(f"{change!r} is no change to a statement that is there")
    preference = conflict.decision_maker(change.decision_maker).preference
    statements: tuple[PreferenceStatement, ...] = preference.statements if isinstance(preference, Statements) else ()
    says, name = statements[change.statement - 1].says, change.decision_maker
    against = isinstance(says.tree, Not) and isinstance(says.tree.part, Named)
    words = statement_words(conflict, says).removeprefix("not ") if against else statement_words(conflict, says)
    match change:
        case Drop():
            return f"{name} no longer {'objects to' if against else 'wants'} {words}"
        case Flip():
            return f"{name} comes to {'want' if against else 'object to'} {words}"
    wish = f"its {'objection to' if against else 'wish for'} {words}"
    return f"{name} puts {wish} {'before' if change.rank == 1 else 'after'} everything else"


def finding_sentence(finding: Finding) -> str:
    """What one reading says about one settlement."""
    opening = f"{finding.title}, {finding.era}, {reading_words(finding.variant)}:"
    parts = [_verdict(finding), *_open(finding), *_blocked(finding), *_together(finding), _reached(finding)]
    return " ".join([opening, *parts, *_least(finding), _share(finding)])


def _verdict(finding: Finding) -> str:
    signers = listing(finding.parties)
    if finding.agreed:
        if not finding.parties:
            return "nothing has to be signed, and nobody gains by leaving it."
        return f"it could be agreed: {_alone_or_together(finding.parties)}, and nobody gains by leaving it."
    if any(one.way == "refuses" for one in finding.blocked_by):
        return (
            "once made it would hold, but it would not be made."
            if finding.holds
            else "it would neither be made nor hold."
        )
    if finding.untold:
        return "this reading does not tell enough to say."
    if finding.signed:
        return f"{signers} would make it, but {'in no form that holds' if finding.holds else 'it would not hold'}."
    return "it would not be made: nobody would gain by it, or it is out of reach."


def _alone_or_together(parties: Sequence[str]) -> str:
    if len(parties) == 1:
        return f"{parties[0]} can bring it about alone"
    return f"none of its parties ({listing(parties)}) would lose by it and some would gain"


def _open(finding: Finding) -> Iterator[str]:
    titles = titles_of(finding.conflict)
    for name, options in groupby(finding.untold, key=lambda pair: pair[0]):
        acts = listing([f"“{titles[option]}”" for _, option in options])
        yield f"This reading does not tell whether {name} wants {acts}."


def _blocked(finding: Finding) -> Iterator[str]:
    for way, verb in (("refuses", "refuses it"), ("leaves", "would move away from it")):
        chosen = [one for one in finding.blocked_by if one.way == way]
        for name, ones in groupby(chosen, key=lambda one: one.decision_maker):
            yield f"{name} {verb}: it {_reasons(finding.conflict, list(ones))}."


def _reasons(conflict: Conflict, ones: Sequence[Blocker]) -> str:
    said = [wish_words(conflict, parse(one.statement)) if one.statement else "ranks others higher" for one in ones]
    voices = sorted({voice for one in ones for voice in one.voices})
    return "; it ".join(said) + (f" (as seen from {listing(voices)})" if voices else "")


def _together(finding: Finding) -> Iterator[str]:
    groups = [listing(group) for group in finding.would_break if len(group) > 1]
    if groups:
        yield f"Together, {listing(groups, 'or')} could not be held to it."


def _reached(finding: Finding) -> str:
    if finding.undo:
        titles = titles_of(finding.conflict)
        return (
            f"What has been done for good stands in the way: {listing([f'“{titles[one]}”' for one in finding.undo])}."
        )
    if not finding.reachable:
        return "Steps that each pay the one who takes them do not lead there."
    begin = f", and {listing(finding.first_movers, 'or')} can begin" if finding.first_movers else ""
    return f"Steps that each pay the one who takes them lead there{begin}."


def _least(finding: Finding) -> Iterator[str]:
    if finding.levers:
        first, others = finding.levers[0], len(finding.levers) - 1
        words = "; ".join(change_words(finding.conflict, change) for change in first.changes)
        more = f" ({others} other way{'s' * (others > 1)} with as many changes)" if others else ""
        yield f"The least that would have to change: {words}{more}."
    elif not finding.agreed and not finding.untold:
        yield "No three changes of what they want would be enough."


def _share(finding: Finding) -> str:
    held, agreed = round(100 * finding.share_of_draws), round(100 * finding.share_agreed)
    return (f"Over uncertain order and all readings of the era it holds in {held} % of draws, "
            f"and could be agreed in {agreed} %.")  # fmt: skip


def finding_cells(finding: Finding) -> tuple[object, ...]:
    """A finding as a row of a table."""
    return (finding.era, finding.title, reading_words(finding.variant)[3:], "yes" if finding.holds else "no",
            "yes" if finding.agreed else "no", f"{finding.share_of_draws:.2f}", finding.sentence)  # fmt: skip


def unsaid_sentences(unsaid: Sequence[Unsaid]) -> tuple[str, ...]:
    """Which formulas the models cannot express: those that none can, then for each era those that another can."""
    eras = list(dict.fromkeys(one.era for one in unsaid))
    by_formula: dict[str, list[Unsaid]] = {}
    for one in unsaid:
        by_formula.setdefault(one.settlement, []).append(one)
    nowhere = [ones[0].title for ones in by_formula.values() if len(ones) == len(eras)]
    lines = [f"No model here can express: {'; '.join(nowhere)}."] if nowhere else []
    for era in eras:
        here = [one.title for one in unsaid if one.era == era and one.title not in nowhere]
        lines += [f"Expressed in another era, not in {era}: {'; '.join(here)}."] if here else []
    return tuple(lines)


def history_cells(row: Comparison | NoModel) -> tuple[object, ...]:
    """A row of the table against history."""
    from hikiwake.modelling.history import NoModel

    if isinstance(row, NoModel):
        return (row.era, "", "no model", "record too thin" if row.thin else "not yet made", "", "", "", "")
    seq = next(one for one in row.verdicts if one.concept == "seq")
    holds = ", ".join(NAMES[one.concept] for one in row.verdicts if one.holds) or "none"
    reached = "yes" if row.reachable else "by moves" if row.reachable_by_moves else "no"
    return (row.era, reading_words(row.variant)[3:], row.outcome, holds, reached, f"{100 * seq.share_of_states:.1f} %",
            f"{100 * seq.baseline:.0f} %", "right" if row.nothing_changes else f"wrong in {row.changed}")  # fmt: skip


def no_model_words(row: NoModel) -> str:
    """Why an era has no model, without the full stop."""
    if row.thin:
        who = f"{listing(row.silent)} {'wants' if len(row.silent) == 1 else 'want'}"
        return f"the record is too thin: it does not say what {who} of anything others can do"
    return "nobody has modelled it yet; `hikiwake model` drafts one"


def history_sentences(history: History) -> tuple[str, ...]:
    """What the table comes to: hits, misses, and what simpler forecasts would have said."""
    rows = history.compared
    without = [f"{row.era}: {no_model_words(row)}." for row in history.without_model]
    if not rows:
        return ("No era has a model.", *without)
    held = [row for row in rows if row.holds]
    both = [row for row in held if row.reachable]
    any_order = [row for row in held if next(one.baseline for one in row.verdicts if one.concept == "seq") == 1]
    missed = dict.fromkeys(row.era for row in rows if not row.holds)
    before = [row for row in rows if row.written_before]
    seq, wrong = NAMES["seq"], sum(not row.nothing_changes for row in rows)
    lines = [
        f"In {len(held)} of {len(rows)} readings the state with which the era ended is an equilibrium ({seq}); "
        f"in {len(both)} of them improvements lead there as well.",
        f"In {len(any_order)} of these {len(held)} it is one in every random order of the same statements that was "
        f"tried ({history.orders}): there the content of the statements decides, and their order adds nothing.",
        f"The forecast that nothing changes was wrong in {wrong} of {len(rows)}.",
        f"{len(before)} of the readings rest on documents written before the outcome; "
        f"{sum(row.holds for row in before)} of these have it as an equilibrium.",
    ]
    return (*lines, *([f"Missed, by some reading: {listing(list(missed))}."] if missed else []), *without)
