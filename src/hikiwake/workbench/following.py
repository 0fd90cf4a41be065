"""What of the texts that are read is another than the case had, and than its workbench had: each follows by itself.

The two may differ: a workbench can be lost, or older than the folder, which others change, too. The passages of a case
are offsets in the text whose hash the case has, the proposals are offsets in the text that the workbench holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from hikiwake.documents import text_hash
from hikiwake.dossier import Dossier
from hikiwake.workbench.texts import StoredText


@dataclass(frozen=True, slots=True)
class ToldApart:
    """Texts that are read, and by document id which of them are others than those of the case, and of the workbench.

    before: the texts that the workbench held; ``before_in_case`` those of them that were the case's, too
    entered: the SHA-256 that the case has of a document's text
    again: documents that the case has with a text, and the workbench had not
    """

    texts: tuple[StoredText, ...]
    in_case: Mapping[str, str]
    in_workbench: Mapping[str, str]
    before: Mapping[str, str]
    before_in_case: Mapping[str, str]
    entered: Mapping[str, str]
    again: tuple[str, ...]


def told_apart(
    case: Dossier, texts: tuple[StoredText, ...], held: Callable[[Iterable[str]], Mapping[str, str]]
) -> ToldApart:
    """What is another text than before, in the case and in its workbench."""
    before = held(each.id for each in texts)
    now = {each.id: text_hash(each.text) for each in texts}
    entered = {each.id: each.sha256 for each in case.documents if each.id in now and each.sha256}
    own = {id_: text for id_, text in before.items() if entered.get(id_, text_hash(text)) == text_hash(text)}
    return ToldApart(
        texts,
        {each.id: each.text for each in texts if _other(each, now[each.id], entered, own)},
        {each.id: each.text for each in texts if each.id in before and before[each.id] != each.text},
        before,
        own,
        entered,
        tuple(id_ for id_ in entered if id_ not in before),
    )


def _other(text: StoredText, sha256: str, entered: Mapping[str, str], own: Mapping[str, str]) -> bool:
    """Whether a text is another than that which the passages of the case stand in."""
    return entered[text.id] != sha256 if text.id in entered else text.id in own and own[text.id] != text.text
