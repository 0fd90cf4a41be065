"""Whose voices these are: who writes from where, and each author's own question, answer and advice."""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.documents import Document
from hikiwake.dossier import Question, Reading
from hikiwake.dossier.counting import counted
from hikiwake.report.grounds import Citation, Grounds
from hikiwake.report.heard import sentences
from hikiwake.wording import page as wording
from hikiwake.wording.phrases import dated

FIRST = ("own_question", "own_answer", "own_advice")


@dataclass(frozen=True, slots=True)
class Said:
    """A reading in words with its citations."""

    reading: Reading
    cited: list[Citation]
    doubts: list[str]


@dataclass(frozen=True, slots=True)
class Voice:
    """A document's author: who, where, when, and what the author says to each question that all authors are asked."""

    document: Document
    index: int  # of the document in the case
    state: str
    when: str
    said: list[tuple[str, list[Said]]]


@dataclass(frozen=True, slots=True)
class Context:
    """What the template of the voices shows."""

    lead: str
    """Who speaks, from which states, and which side is not heard."""
    voices: list[Voice]
    """Each author, in order of writing."""
    record: str
    """What the record holds, in one sentence."""
    rows: int
    """How many rows each column of an author has."""


def context(grounds: Grounds) -> Context:
    """What the opening shows: sentences on the voices, and a column for every author in order of writing."""
    dossier = grounds.dossier
    ordered = sorted(dossier.documents, key=lambda each: (each.written.last, each.id))
    return Context(
        lead=" ".join(filter(None, sentences(grounds))),
        voices=[_voice(grounds, document) for document in ordered],
        record=record(grounds),
        rows=len(questions(grounds)) + 1,
    )


_NOUNS = {
    "events": "event", "figures": "figure", "cells": "survey cell", "positions": "position", "formulas": "formula",
    "drivers": "argued cause", "readings": "reading", "doubts": "doubt",
}  # fmt: skip


def record(grounds: Grounds) -> str:
    """What the record holds."""
    found = counted(grounds.dossier)
    return wording.record([(found[kind], noun) for kind, noun in _NOUNS.items()], found["mentions"])


def _voice(grounds: Grounds, document: Document) -> Voice:
    said = [(question.wording, _said(grounds, document, question.id)) for question in questions(grounds)]
    state = grounds.names.actor(document.voice) if document.voice else ""
    return Voice(document, grounds.document_index[document.id], state, dated(document.written), said)


def questions(grounds: Grounds) -> list[Question]:
    """What all authors are asked about themselves: first what each asks, answers and advises."""
    asked = [question for question in grounds.dossier.case.questions if question.kind == "author"]
    return sorted(asked, key=lambda question: FIRST.index(question.id) if question.id in FIRST else len(FIRST))


def _said(grounds: Grounds, document: Document, question: str) -> list[Said]:
    """What the document's own author answers."""
    own = (
        reading
        for reading in grounds.dossier.readings
        if reading.question == question and document.id in grounds.dossier.documents_of(reading)
    )
    return [Said(each, grounds.cite(each), grounds.doubtful.get(each.id, [])) for each in own]
