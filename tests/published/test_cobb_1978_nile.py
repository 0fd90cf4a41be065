"""G. W. Cobb: The problem of the Nile (1978), Biometrika 65(2): 243-251: the yearly flow fell from 1899 on.

The yearly flow of the Nile at Aswan, 1871 to 1970, in 10^8 cubic metres (table 1). Cobb places the change after 1898.
"""

from __future__ import annotations

import numpy as np

from hikiwake.relation.bayesian import changes, normal
from hikiwake.relation.noise import variance
from hikiwake.relation.segmentation import segmented

TOLD = """
1120 1160 963 1210 1160 1160 813 1230 1370 1140 995 935 1110 994 1020 960 1180 799 958 1140 1100 1210 1150 1250 1260
1220 1030 1100 774 840 874 694 940 833 701 916 692 1020 1050 969 831 726 456 824 702 1120 1100 832 764 821 768 845 864
862 698 845 744 796 1040 759 781 865 845 944 984 897 822 1010 771 676 649 846 812 742 801 1040 860 874 848 890 744 749
838 1050 918 986 797 923 975 815 1020 906 901 1170 912 746 919 718 714 740
"""
FLOW = np.array([float(flow) for flow in TOLD.split()])
ONES = np.ones(len(FLOW))
FIRST = 1871


def test_the_series_is_the_published_one() -> None:
    assert len(FLOW) == 100
    assert FLOW.mean() == 919.35


def test_the_segmentation_breaks_it_after_1898() -> None:
    noise = variance(FLOW, ONES)
    assert [FIRST + place for place in segmented(FLOW, ONES, noise)] == [1899]


def test_the_bayesian_model_breaks_it_after_1898() -> None:
    found = changes(normal(FLOW, ONES, variance(FLOW, ONES)))
    assert [FIRST + place for place in found.breaks] == [1899]
    assert FIRST + int(np.argmax(found.probability)) == 1899
    assert found.unchanged < 0.001
