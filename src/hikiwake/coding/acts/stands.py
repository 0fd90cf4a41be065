"""How a verb may stand in its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.coding.acts.governors import Governor


@dataclass(frozen=True, slots=True)
class Standing:
    """The first word of the verb's group, its voice and form, its modal, whether it is negated, and what governs it."""

    first: int
    form: str  # past, perfect, present, performative, progressive, modal, infinitive, gerund, nominal
    passive: bool = False
    modal: str = ""
    negated: bool = False
    governor: Governor | None = None
    either: bool = False  # a bare form that may be a passive too: "the islands seized in 1945"
