"""What a field of an analysis is about, in words: the number of its evidence, its hypothesis."""

from __future__ import annotations

from urllib.parse import unquote

from hikiwake.dossier.competing import Analysis


def about(analysis: Analysis, name: str) -> tuple[str, list[str]]:
    """What a field is called, and which evidence and hypothesis it is of; what is gone by its id."""
    field, *ids = name.split(" ")
    evidence = {each.id: f"E{number}" for number, each in enumerate(analysis.evidence, 1)}
    texts = {each.id: f"“{each.text.rstrip('.')}”" for each in analysis.hypotheses}
    first = texts if field in ("text", "readings") else evidence
    return field, [names.get(unquote(id_), unquote(id_)) for id_, names in zip(ids, (first, texts), strict=False)]
