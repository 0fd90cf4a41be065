"""J. S. Goldstein: A conflict-cooperation scale for WEIS events data (1992), J. Conflict Resolution 36(2): 369-385.

The weights as they were extended to the roots of CAMEO, and the intensities of the PLOVER codebook, draft 2.0.
"""

from __future__ import annotations

from hikiwake.vocabulary.scales import cameo_weights, intensity

ROOTS = {
    "01": 0.0, "02": 3.0, "03": 4.0, "04": 1.0, "05": 3.5, "06": 6.0, "07": 7.0, "08": 5.0, "09": -2.0, "10": -5.0,
    "11": -2.0, "12": -4.0, "13": -6.0, "14": -6.5, "15": -7.2, "16": -4.0, "17": -7.0, "18": -9.0, "19": -10.0,
    "20": -10.0,
}  # fmt: skip
PLOVER = {
    "AGREE": 2.5, "CONSULT": 2.5, "SUPPORT": 5.0, "CONCEDE": 4.5, "COOPERATE": 9.5, "AID": 10.0, "RETREAT": 6.5,
    "REQUEST": 0.0, "ACCUSE": -3.0, "REJECT": -2.0, "THREATEN": -3.5, "PROTEST": -5.0, "SANCTION": -6.0,
    "MOBILIZE": -5.5, "COERCE": -7.0, "ASSAULT": -9.0,
}  # fmt: skip


def test_the_weights_of_the_roots() -> None:
    assert cameo_weights() == ROOTS


def test_the_intensities_of_the_types() -> None:
    assert {type_: intensity("plover").score(type_) for type_ in PLOVER} == PLOVER


def test_the_scales_disagree_where_the_literature_says() -> None:
    goldstein = intensity("goldstein")
    assert (goldstein.score("REQUEST"), goldstein.score("AID")) == (-5.0, 7.0)
