"""A small dispute that does not exist, with its documents: the same code must serve it as the built-in case.

Norland holds the Skerries, Suderland claims them; three institutes write about it. ``Builder`` writes the sentences and
the entries that cite them together, so that every offset is right by construction.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from hikiwake.actors import Actor, Name, Office
from hikiwake.documents import Document, Passage, digest, letter_count, text_hash
from hikiwake.dossier import Case, Dossier, Era, Event, Mention, Place, Question, Scale, Term, Variable
from hikiwake.dossier import entries as kinds
from hikiwake.periods import Period

BOTH = ("NOR", "SUD")


@dataclass
class Builder:
    """Documents and entries as they are written, one sentence after another."""

    texts: dict[str, str] = field(default_factory=dict)
    documents: list[dict[str, Any]] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    mentions: dict[str, list[Mention]] = field(default_factory=dict)
    entries: dict[str, list[Any]] = field(default_factory=dict)

    def document(self, id_: str, author: str, voice: str, written: str) -> str:
        """Begin a document."""
        self.texts[id_] = ""
        period = Period.parse(written, "written")
        self.documents.append({"id": id_, "author": author, "voice": voice, "written": period})
        return id_

    def say(self, document: str, sentence: str) -> str:
        """Write a sentence into a document; its passage's id."""
        start = len(self.texts[document])
        self.texts[document] += sentence + "\n"
        id_ = f"passage-{len(self.passages) + 1:04d}"
        count = letter_count(sentence)
        self.passages.append(Passage(id_, document, start, start + len(sentence), None, count, digest(sentence)))
        return id_

    def author(self, passage: str) -> str:
        """The author of the document that a passage stands in."""
        document = next(each.document for each in self.passages if each.id == passage)
        return str(next(each["author"] for each in self.documents if each["id"] == document))

    def event(self, id_: str, passage: str, period: str, type_: str, summary: str, **more: Any) -> None:
        """Report an event; the first report makes the event, later ones are mentions of it."""
        dated = Period.parse(period, more.get("basis", "stated"))
        sources, targets = more.get("sources", ("NOR",)), more.get("targets", ("SUD",))
        happened = more.get("happened", "occurred")
        number = sum(map(len, self.mentions.values())) + 1
        mention = Mention(
            f"mention-{number:03d}", id_, passage, self.author(passage), dated, sources, targets, type_, happened,
            more.get("called", ""),
        )  # fmt: skip
        self.mentions.setdefault(id_, []).append(mention)
        if len(self.mentions[id_]) == 1:
            issues, series = more.get("issues", ("territory",)), more.get("series", "")
            event = Event(id_, dated, sources, targets, (), type_, "", issues, happened, series, summary)
            self.entries.setdefault("events", []).append(event)

    def add(self, what: str, passage: str, **values: Any) -> str:
        """Add an entry of a kind, supported by one passage; its id."""
        entry_type: Any = getattr(kinds, what.capitalize())
        rows = self.entries.setdefault(f"{what}s", [])
        values.setdefault("id", f"{what}-{len(rows) + 1:03d}")
        values.setdefault("holder", self.author(passage))
        rows.append(entry_type(**_DEFAULTS.get(what, {}) | values, passages=(passage,)))
        return str(values["id"])

    def dossier(self) -> Dossier:
        """Everything written so far, as a dossier."""
        entries = {kind: tuple(rows) for kind, rows in self.entries.items() if kind != "events"}
        events = tuple(
            kinds.Event(
                **{name: getattr(event, name) for name in _EVENT_FIELDS}, mentions=tuple(self.mentions[event.id])
            )
            for event in self.entries.get("events", [])
        )
        documents = tuple(self._document(each) for each in self.documents)
        frame = {"case": CASE, "actors": ACTORS, "documents": documents, "passages": tuple(self.passages)}
        return Dossier(**frame, events=events, **entries)  # type: ignore[arg-type]

    def _document(self, each: dict[str, Any]) -> Document:
        text = self.texts[each["id"]]
        return Document(
            **each,
            file=f"{each['id']}.txt",
            sha256=text_hash(text),
            characters=len(text),
            title=f"On the Skerries ({each['id']})",
            publisher=each["author"],
            language="en",
            year=str(each["written"].start.year),
        )

    def library(self, folder: Path) -> Path:
        """Write the documents' texts into a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        for id_, text in self.texts.items():
            (folder / f"{id_}.txt").write_bytes(text.encode())
        return folder


_EVENT_FIELDS = [name for name in Event.__slots__ if name != "mentions"]
_DEFAULTS: dict[str, dict[str, Any]] = {
    "claim": {"comparator": "=", "unit": "", "kind": "actual", "table": "", "group": "", "answer": ""},
    "reading": {"about": "", "direction": ""},
    "position": {"verb": "supports", "strength": "moderate", "kind": "declared"},
    "formula": {"kind": "sovereignty", "share": ""},
    "driver": {"mechanism": ""},
    "doubt": {"kind": "uncertain"},
}

ACTORS = (
    Actor("NOR", "state", names=(Name("en", "", "Norland"),), succeeds="OLD"),
    Actor("OLD", "state", names=(Name("en", "", "the Old Kingdom"),)),
    Actor("SUD", "state", names=(Name("en", "", "Suderland"), Name("ja", "", "南国"))),
    Actor("SUD/public", "public", "SUD", names=(Name("en", "", "the public of Suderland"),)),
    Actor(
        "NOR/premier",
        "person",
        "NOR",
        names=(Name("en", "", "the premier of Norland"),),
        offices=(Office("premier", "NOR", Period.parse("1990-05-01/1994-04-30")),),
    ),
    Actor("TRD", "state", names=(Name("en", "", "Tredland"),)),
)

CASE = Case(
    title="The Skerries",
    question="Who could have the Skerries?",
    dyad=BOTH,
    summary="Norland holds the Skerries and Suderland claims them.",
    editor="case editor",
    issues=(Term("territory", "The Skerries"), Term("trade", "Trade"), Term("security", "Security")),
    eras=(
        Era("1990-1994", "The talks", Period.parse("1990-01-01/1994-12-31")),
        Era("1995-", "After the talks", Period.parse("1995-01-01/")),
    ),
    scales=(Scale("land", "Who has the Skerries", "SUD", (("all",), ("half",), ("none",))),),
    places=(
        Place(
            "skerries",
            (Name("en", "NOR", "the Skerries"), Name("en", "SUD", "Southholm")),
            10.5,
            60.2,
            disputed=True,
            held_by="NOR",
            claimed_by=("SUD",),
        ),
    ),
    questions=(
        Question("why_failed", "Why did the talks fail?"),
        Question("own_question", "What does the author ask?", "author"),
        Question("own_answer", "What does the author answer?", "author"),
        Question("turning_point", "When did the relation turn?", "turning point"),
    ),
    variables=(Variable("trust", "Trust"), Variable("settlement", "A settlement"), Variable("trade", "Trade")),
    mechanisms=(Term("economy", "Economy"),),
    measures=(Term("meetings", "Meetings"), Term("trade", "Trade volume"), Term("poll", "Opinion on a transfer")),
    tables=(Term("poll", "Should the Skerries be transferred?"),),
)


def skerries() -> Builder:
    """The small dispute, complete: events seen twice, a poll, positions, formulas, drivers, rival readings, a doubt."""
    build = Builder()
    north = build.document("north-1996", "Institute of the North", "NOR", "1996-02/1996-03")
    south = build.document("south-1997", "Institute of the South", "SUD", "1997-06-01")
    _north(build, north)
    _south(build, south)
    return build


def _north(build: Builder, document: str) -> None:
    build.add(
        "reading",
        build.say(document, "We ask who could have the Skerries."),
        question="own_question",
        side="who",
        answer="Who could have the islands?",
    )
    build.add(
        "reading",
        build.say(document, "Nobody could, we find."),
        question="own_answer",
        side="nobody",
        answer="No outcome suits both sides.",
    )
    closed = build.say(document, "In March 1991 Norland closed the strait, and the talks of 1992 never recovered.")
    build.event(
        "event-strait-closed",
        closed,
        "1991-03",
        "COERCE",
        "Norland closes the strait to shipping.",
        issues=("security",),
    )
    talks = build.say(
        document, "Both met nine times between 1990 and 1994; trade doubled to 40 million crowns by 1994."
    )
    build.event("event-talks", talks, "1990/1994", "CONSULT", "The two sides hold talks.", sources=BOTH, targets=BOTH)
    build.add(
        "claim",
        talks,
        subject="meetings of the two sides",
        measure="meetings",
        value="9",
        unit="meetings",
        as_of=Period.parse("1990/1994"),
        summary="Nine meetings in five years.",
    )
    build.add(
        "claim",
        talks,
        subject="trade",
        measure="trade",
        value="40",
        unit="million crowns",
        as_of=Period.parse("1994"),
        summary="Trade of 40 million crowns.",
    )
    half = build.say(document, "Norland offered half of the islands in 1992, and Suderland refused.")
    build.add("formula", half, id="half", title="Half of the islands", includes="Each side has half.", share="50")
    build.add(
        "position",
        half,
        actor="NOR",
        on="half",
        verb="offers",
        stance="Half of the islands.",
        period=Period.parse("1992"),
    )
    build.add(
        "position",
        half,
        actor="SUD",
        on="half",
        verb="rejects",
        stance="Half is too little.",
        strength="strong",
        period=Period.parse("1992"),
    )
    build.add("reading", half, question="why_failed", side="refusal", answer="Suderland refused half.")
    build.add(
        "driver",
        build.say(document, "Trade built trust."),
        cause="trade",
        effect="trust",
        sign="+",
        mechanism="economy",
        summary="Commerce creates confidence.",
    )


def _south(build: Builder, document: str) -> None:
    closed = build.say(document, "The strait was closed on 4 April 1991 by the Old Kingdom's successor.")
    build.event("event-strait-closed", closed, "1991-04-04", "COERCE", "", issues=("security",))
    build.add(
        "reading",
        closed,
        question="turning_point",
        side="named",
        answer="The closing ended the thaw.",
        about="event-strait-closed",
        direction="worse",
    )
    visit = build.say(document, "A visit of the premier planned for 1995 was cancelled.")
    build.event(
        "event-visit",
        visit,
        "1995",
        "CONSULT",
        "A visit of the premier is planned and cancelled.",
        happened="cancelled",
    )
    eleven = build.say(document, "There were eleven meetings from 1990 to 1994.")
    build.add(
        "claim",
        eleven,
        subject="meetings of the two sides",
        measure="meetings",
        value="11",
        unit="meetings",
        as_of=Period.parse("1990/1994"),
        summary="Eleven meetings in five years.",
    )
    every = build.say(document, "Suderland has always demanded all of the islands; half was never offered.")
    build.add("formula", every, id="all", title="All of the islands", includes="Suderland has all.", share="100")
    build.add(
        "position",
        every,
        actor="SUD",
        on="all",
        verb="demands",
        stance="All of the islands.",
        strength="red line",
        period=Period.parse("1990/1994"),
    )
    build.add("reading", every, question="why_failed", side="no-offer", answer="No offer was made.")
    none = build.say(document, "Norland would rather keep everything as it is.")
    build.add("formula", none, id="none", title="Nothing changes", includes="Norland keeps the islands.", share="0")
    build.add(
        "position",
        none,
        actor="NOR",
        on="none",
        stance="Keep the islands.",
        kind="perceived",
        period=Period.parse("1995/"),
    )
    build.add(
        "driver",
        build.say(document, "More trade has only bred distrust."),
        cause="trade",
        effect="trust",
        sign="-",
        mechanism="economy",
        summary="Commerce breeds suspicion.",
    )
    poll = build.say(document, "In a poll of 1996, 70 percent wanted a transfer and 20 percent did not.")
    for answer, value in (("yes", "70"), ("no", "20")):
        build.add(
            "claim",
            poll,
            subject="wish for a transfer",
            measure="poll",
            value=value,
            unit="percent",
            as_of=Period.parse("1996"),
            table="poll",
            group="public of Suderland",
            answer=answer,
            summary=f"{value} percent say {answer}.",
        )
    build.add("doubt", poll, entry="claim-004", reason="The two answers leave ten percent unexplained.")


def many_events(count: int) -> Dossier:
    """A dossier of ``count`` events with one mention each, for load."""
    build = Builder()
    document = build.document("annals", "Institute of the North", "NOR", "2000")
    days = [
        Period.parse(f"{1900 + number % 100}-{number % 12 + 1:02d}-{number % 28 + 1:02d}") for number in range(2_400)
    ]
    events, passages = [], []
    for number in range(count):
        period = days[number % len(days)]
        passage = Passage(f"passage-{number}", document, number, number + 1, None, 1, "0" * 16)
        mention = Mention(
            f"mention-{number}",
            f"event-{number}",
            passage.id,
            "Institute of the North",
            period,
            ("NOR",),
            ("SUD",),
            "CONSULT",
            "occurred",
        )
        events.append(
            Event(
                f"event-{number}",
                period,
                ("NOR",),
                ("SUD",),
                (),
                "CONSULT",
                "",
                ("territory",),
                "occurred",
                "",
                f"Meeting number {number}.",
                (mention,),
            )
        )
        passages.append(passage)
    build.texts[document] = " " * (count + 1)
    frame = build.dossier()
    return Dossier(replace(CASE, scales=()), frame.documents, ACTORS, tuple(passages), tuple(events))
