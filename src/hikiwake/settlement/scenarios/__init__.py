"""What would be otherwise under the assumptions of a scenario: outcomes, verdicts and ranges, side by side."""

from hikiwake.settlement.scenarios.comparing import compared, what_if
from hikiwake.settlement.scenarios.result import Difference, WhatIf

__all__ = ["Difference", "WhatIf", "compared", "what_if"]
