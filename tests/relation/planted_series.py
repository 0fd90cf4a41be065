"""Small records of the dispute that does not exist, made of acts alone: when, of which type, told by whom."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hikiwake.dossier import Dossier
from tests.synthetic import Builder

Act = tuple[str, str, str]  # when, type, documents with spaces between
WRITTEN = {"one": "2000", "two": "2010", "three": "2020"}


def record(acts: Iterable[Act], written: dict[str, str] | None = None, **more: Any) -> Dossier:
    """The record of some acts, numbered in their order; more: what all of them have besides."""
    return built(acts, written, **more).dossier()


def built(acts: Iterable[Act], written: dict[str, str] | None = None, **more: Any) -> Builder:
    """The same, to which more can be added."""
    builder = Builder()
    for id_, when in (written or WRITTEN).items():
        builder.document(id_, f"Author of {id_}", "analyst", when)
    for number, (when, type_, documents) in enumerate(acts, start=1):
        for document in documents.split():
            passage = builder.say(document, f"Act {number} is told by {document}.")
            builder.event(f"act-{number:03d}", passage, when, type_, f"Act {number}", **more)
    return builder


def turned(first: int, turn: int, last: int, before: Iterable[str], after: Iterable[str]) -> list[Act]:
    """Acts of some types in every year, of others from one year on; the documents tell them in turn."""
    every = list(WRITTEN)
    acts = [(str(year), type_) for year in range(first, last + 1) for type_ in (before if year < turn else after)]
    told = [f"{every[number % 3]} {every[(number + 1) % 3]}" for number in range(len(acts))]
    return [(year, type_, documents) for (year, type_), documents in zip(acts, told, strict=True)]
