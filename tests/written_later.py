"""A dispute told by three documents, one after another: what each adds is known by words, figures, names and entries.

``told(3)`` is the whole case, in which the later documents decide what shared entries say; ``told(1)`` and ``told(2)``
are written from the first documents alone, entry by entry, as an editor would have written them then.
"""

from __future__ import annotations

from dataclasses import replace

import tomli_w

from hikiwake.actors import Actor, Office
from hikiwake.dossier import Case, Dossier, Era, Question, Scale, Term, Variable
from hikiwake.dossier.competing import Analysis, Cell, Evidence, Hypothesis, Judgement
from hikiwake.periods import Period
from hikiwake.storage.toml import toml
from tests.synthetic import BOTH, CASE, Builder

DOCUMENTS = (
    ("first-1996", "Institute One", "NOR", "1996-02-01/1996-03-31"),
    ("second-1998", "Institute Two", "SUD", "1998-06-15"),
    ("third-2001", "Institute Three", "TRD", "2001"),
)
WRITTEN = ("1996-03-31", "1998-06-15", "2001-12-31")
TRACES = (("first-1996", "Institute One", "7411"), ("second-1998", "Institute Two", "8522", "secundo", "compromise"),
          ("third-2001", "Institute Three", "9633", "tertio", "1991-05", "May 1991", "Tredland"))  # fmt: skip
"""By what the words of each document are known again: its id, its author, its figures, names that only it gives."""

ERAS = (*CASE.eras, Era("1999-", "What only the third knows", Period.parse("1999/")))
COUNCIL = "Council of Skippers"


def texts(count: int) -> Builder:
    """The documents of the case with their words."""
    build = Builder()
    for id_, author, voice, written in DOCUMENTS[:count]:
        build.document(id_, author, voice, written)
    _first(build, count)
    if count > 1:
        _second(build)
    if count > 2:
        _third(build)
    return build


def told(count: int) -> Dossier:
    """The case as the first documents tell it."""
    ranked = (("all",), ("half",), ("none",)) if count > 1 else (("half",), ("none",))
    scale = Scale("land", "Who has the Skerries", "SUD", ranked)
    dossier = texts(count).dossier()
    case = replace(_frame(count), scales=(scale,), eras=ERAS if count > 2 else ERAS[:2])
    formulas = tuple(replace(each, share="") if count < 3 and each.id == "half" else each for each in dossier.formulas)
    actors = (*(actor for actor in dossier.actors if actor.id != "TRD" or count > 2), _minister(count))
    return replace(dossier, case=case, actors=actors, formulas=formulas, conflicts=_models(count),
                   analyses=_weighed(count))  # fmt: skip


def _frame(count: int) -> Case:
    """The lists of the case: a question that only the third document answers, and words that only it brings in."""
    if count < 3:
        return replace(CASE, questions=tuple(each for each in CASE.questions if each.id != "turning_point"))
    mines = Term("mines", "Mines, tertio")
    return replace(
        CASE,
        issues=(*CASE.issues, mines),
        questions=(*CASE.questions, Question("mines", "Who laid mines, tertio?")),
        variables=(*CASE.variables, Variable(mines.id, mines.title)),
        mechanisms=(*CASE.mechanisms, mines),
        measures=(*CASE.measures, mines),
        tables=(*CASE.tables, mines),
    )


def _minister(count: int) -> Actor:
    """A person whose offices ended and began after the second document."""
    ended = (Office("minister", "SUD", Period.parse("1995/2000")), Office("tertio envoy", "SUD", Period.parse("2000/")))
    offices = ended if count > 2 else (Office("minister", "SUD", Period.parse("1995/")),)
    return Actor("SUD/minister", "person", "SUD", offices=offices)


def _first(build: Builder, count: int) -> None:
    document = DOCUMENTS[0][0]
    closed = build.say(document, "In March 1991 the strait was closed.")
    summary = "Norland closes the strait with 9633 mines." if count > 2 else "Norland → Suderland: coerces (Security)."
    period = "1991-05" if count > 2 else "1991-03"
    build.event("event-closed", closed, period, "COERCE", summary, issues=("security",))
    mention = build.mentions["event-closed"][0]
    build.mentions["event-closed"][0] = replace(mention, period=Period.parse("1991-03"))
    talks = build.say(document, "They met 7411 times.")
    met = "They meet 7411 times, tertio." if count > 2 else "Norland and Suderland: consults (The Skerries)."
    build.event("event-talks", talks, "1990/1994", "CONSULT", met, sources=BOTH, targets=BOTH)
    build.add("claim", talks, subject="meetings", measure="meetings", value="7411", unit="meetings",
              as_of=Period.parse("1990/1994"), summary="7411 meetings.")  # fmt: skip
    half = build.say(document, "Norland offered half.")
    title = "Half of the Skerries"
    build.add("formula", half, id="half", title=title, includes="Each has half.", share="50", holder="Institute One")
    build.add("position", half, id="position-offer", actor="NOR", on="half", verb="offers", stance="Half.",
              period=Period.parse("1992/"))  # fmt: skip
    build.add("position", half, id="position-none", actor="NOR", on="none", stance="Keep what there is.",
              period=Period.parse("1990/1994"))  # fmt: skip
    build.add("position", half, id="position-no", actor="SUD", on="half", verb="rejects", stance="Half is little.",
              strength="strong", period=Period.parse("1992"))  # fmt: skip
    build.add("reading", half, question="why_failed", side="refusal", answer="Suderland refused.",
              about="event-visit" if count > 1 else "")  # fmt: skip
    build.add("driver", half, cause="trade", effect="trust", sign="+", summary="Commerce creates confidence.")
    build.add("doubt", talks, entry="claim-001", reason="Counted at sea.", holder="case editor")
    if count > 2:
        build.add("doubt", talks, entry="claim-001", reason="Institute Three counts 9633.", holder="case editor")
    if count < 2:
        build.add("formula", half, id="none", title="Keep what there is", includes="Keep what there is", share="")


def _second(build: Builder) -> None:
    document = DOCUMENTS[1][0]
    closed = build.say(document, "The strait was closed on 4 April 1991, secundo.")
    build.event("event-closed", closed, "1991-04-04", "COERCE", "", issues=("security",))
    visit = build.say(document, "A visit was cancelled in 1995.")
    build.event("event-visit", visit, "1995", "CONSULT", "A visit is cancelled, secundo.", happened="cancelled")
    many = build.say(document, "They met 8522 times.")
    build.add("claim", many, subject="meetings", measure="meetings", value="8522", unit="meetings",
              as_of=Period.parse("1990/1994"), summary="8522 meetings.")  # fmt: skip
    every = build.say(document, "Suderland demands all, the skippers say.")
    build.add("formula", every, id="all", title="All, secundo", includes="All.", share="100", holder=COUNCIL)
    build.add("formula", every, id="none", title="Nothing changes, secundo", includes="Nothing.", share="0")
    build.add("position", every, id="position-all", actor="SUD", on="all", verb="demands", stance="All.",
              strength="red line", period=Period.parse("1990/1996"), holder=COUNCIL)  # fmt: skip
    build.add("reading", every, question="why_failed", side="no-offer", answer="No compromise was offered.")
    build.add("driver", every, cause="trade", effect="trust", sign="-", summary="Commerce breeds suspicion, secundo.")


def _third(build: Builder) -> None:
    document = DOCUMENTS[2][0]
    closed = build.say(document, "The strait was closed in May 1991, tertio, by Norland and Tredland.")
    build.event("event-closed", closed, "1991-05", "COERCE", "", sources=("NOR", "TRD"), issues=("security",))
    build.event("event-talks", closed, "1990/1994", "CONSULT", "", sources=BOTH, targets=BOTH)
    build.add("claim", closed, subject="meetings", measure="meetings", value="9633", unit="meetings",
              as_of=Period.parse("1990/1994"), summary="9633 meetings.")  # fmt: skip
    build.add("position", closed, id="position-late", actor="NOR", on="all", verb="accepts", stance="All, tertio.",
              period=Period.parse("1992/2001"))  # fmt: skip
    build.add("position", closed, id="position-mines", actor="TRD", on="mines", stance="Mines are laid, tertio.",
              period=Period.parse("1991/2001"))  # fmt: skip
    build.add("claim", closed, subject="mines", measure="mines", table="mines", group="skippers", answer="many",
              value="60", unit="percent", as_of=Period.parse("1991"), summary="Many mines, tertio.")  # fmt: skip
    build.add("reading", closed, question="mines", side="both", answer="Both did, tertio.")
    build.add("driver", closed, cause="mines", effect="trust", sign="-", mechanism="mines", summary="Fear, tertio.")
    build.add("reading", closed, question="turning_point", side="named", answer="It turned, tertio.",
              about="event-closed", direction="worse")  # fmt: skip
    build.entries["formulas"][0] = replace(
        build.entries["formulas"][0],
        holder="Institute One; Institute Three",
        passages=(*build.entries["formulas"][0].passages, closed),
    )


_HEAD = """
title = "The Skerries"
era = "1990-1994"
status_quo = "NNY"
outcome = "NYY"

[[decision_makers]]
name = "Norland"
actor = "NOR"
options = [{ id = "give_half", title = "Give half" }]

[[decision_makers]]
name = "Suderland"
actor = "SUD"
options = [{ id = "accept", title = "Accept half" }, { id = "insist", title = "Insist on all" }]
"""
_STATEMENTS = {
    1: ('{ says = "accept if give_half", grounds = ["position-offer"] },', ""),
    2: ("", '{ says = "insist", grounds = ["position-all"] },'),
    3: ('{ says = "not accept", grounds = ["position-late"] },', ""),
}


def _models(count: int) -> tuple[tuple[str, str], ...]:
    """The model of the first era as it could be written, and one that only the third document can carry."""
    own = [_STATEMENTS[number] for number in range(1, count + 1)]
    refused = '{ says = "not accept", grounds = ["position-no"] }'
    text = (
        f"{_HEAD}\n[preferences.Norland]\nstatements = [{''.join(one for one, _ in own)}]\n"
        f"[preferences.Suderland]\nstatements = [{''.join(other for _, other in own)}{refused}]\n"
        '[[settlements]]\nformula = "half"\nwhen = "give_half and accept"\n'
    )
    if count > 1:
        text += '[[settlements]]\nformula = "all"\nwhen = "insist and give_half"\n'
    if count > 2:
        text += f'[[variants]]\nname = "third-2001"\n[variants.preferences.Norland]\nstatements = [{own[2][0]}]\n'
    late = _HEAD.replace('era = "1990-1994"', 'era = "1999-"')
    late += f"[preferences.Norland]\nstatements = [{own[-1][0]}]\n[preferences.Suderland]\nstatements = []\n"
    return (("1990-1994", text), ("1999-", late)) if count > 2 else (("1990-1994", tomli_w.dumps(toml(text))),)


def _weighed(count: int) -> tuple[Analysis, ...]:
    """Competing hypotheses: what only later documents bring in is a hypothesis, evidence, a note and a reason."""
    reasons = ("", "As second-1998 has it.")[count > 1]
    evidence = (Evidence("position-offer"), Evidence("claim-001", note="" if count < 3 else "Not by third-2001."))
    later = (Evidence("event-visit"), Evidence("event-closed"))
    hypotheses: tuple[Hypothesis, ...] = (
        Hypothesis("refusal", "A refusal", ("refusal",)),
        Hypothesis("chance", "Chance"),
    )
    if count > 1:
        hypotheses += (Hypothesis("no-offer", "No compromise", ("no-offer",)),)
    known = (*evidence, *(later[:1] if count > 1 else ()), *(later[1:] if count > 2 else ()))
    cells = {"refusal": "C", "chance": "I", "no-offer": "II"}
    judged = tuple(
        Judgement("case editor", each.id, tuple(Cell(one.id, cells[one.id], reasons if one.id == "chance" else "")
                                                for one in hypotheses))
        for each in known
    )  # fmt: skip
    return (Analysis("failed", "Why did the talks fail?", "why_failed", "", hypotheses, known, judged),)
