"""N. M. Fraser, K. W. Hipel: Conflict Analysis: Models and Resolutions (1984): the Garrison Diversion Unit.

Options, rules and rankings as in the save file ``save_files/Garrison.gmcr`` of the repository onp/gmcr-py, whose test
data (``test_data/Garrison_logSol.txt``) hold that tool's equilibria: 2 3 11 17 18 21 22 under Nash and SEQ, and 8 13
14 15 19 more under GMR and SMR. Opponents may answer by any legal sequence; the tool lets only one of them move,
once, and so misses the GMR and SMR equilibria 4, 6 and 10.
"""

from __future__ import annotations

from hikiwake.conflict.explaining.why import why
from tests.published.shared import example, solved

TOOL_NASH = {2, 3, 11, 17, 18, 21, 22}
TOOL_GMR = TOOL_NASH | {8, 13, 14, 15, 19}


def test_there_are_23_feasible_states() -> None:
    assert len(solved("garrison_diversion").states) == 23


def test_nash_and_seq_agree_with_the_tool() -> None:
    stability = solved("garrison_diversion")
    assert set(stability.equilibria("nash")) == TOOL_NASH
    assert set(stability.equilibria("seq")) == TOOL_NASH


def test_gmr_and_smr_hold_where_the_tool_misses_longer_answers() -> None:
    stability = solved("garrison_diversion")
    for concept in ("gmr", "smr"):
        assert set(stability.equilibria(concept)) == TOOL_GMR | {4, 6, 10}


def test_state_4_is_held_by_an_answer_of_two_moves() -> None:
    reasons = why(example("garrison_diversion"), 4, "gmr").reasons
    sanctions = [temptation.sanction for reason in reasons for temptation in reason.temptations]
    assert max(len(sanction.moves) for sanction in sanctions if sanction) > 1
