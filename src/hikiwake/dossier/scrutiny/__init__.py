"""What an entry may say: remarks on entries that say more than their documents could know, or their passages tell."""

from collections.abc import Iterator

from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.scrutiny.acts import towards_nobody
from hikiwake.dossier.scrutiny.answers import of_two_minds
from hikiwake.dossier.scrutiny.competing import not_judged
from hikiwake.dossier.scrutiny.heard import Heard, heard
from hikiwake.dossier.scrutiny.orders import out_of_order
from hikiwake.dossier.scrutiny.remark import Remark
from hikiwake.dossier.scrutiny.said import (
    Texts,
    imputed,
    inferred_times,
    lost_caution,
    lost_conditions,
    lost_shares,
    not_its_word,
)
from hikiwake.dossier.scrutiny.times import outlasting, overlapping
from hikiwake.dossier.scrutiny.voices import nearly_one, unknown_voices, unnamed

__all__ = ["Heard", "Remark", "heard", "remarks"]
_RULES = (overlapping, unknown_voices, unnamed, nearly_one, outlasting, of_two_minds, out_of_order, towards_nobody,
          not_judged)  # fmt: skip
_BY_WORDS = (imputed, lost_conditions, lost_caution, lost_shares, inferred_times, not_its_word)


def remarks(dossier: Dossier, texts: Texts) -> Iterator[Remark]:
    """Every remark on a dossier, rule by rule; ``texts`` are the passages at hand, as they read.

    >>> import hikiwake as hw
    >>> {each.kind for each in remarks(hw.load("japan_russia"), {})} <= {"positions", "scales"}
    True
    """
    for rule in _RULES:
        yield from rule(dossier)
    for by_words in _BY_WORDS:
        yield from by_words(dossier, texts)
