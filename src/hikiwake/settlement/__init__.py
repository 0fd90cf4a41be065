"""What both could sign: which settlements would be signed and would hold, who blocks one, what would have to change."""

from hikiwake.settlement.finding import Finding
from hikiwake.settlement.findings import Findings, findings

__all__ = ["Finding", "Findings", "findings"]
