"""What both could sign: which settlements would be signed and would hold, who blocks one, what would have to change."""

from hikiwake.settlement.findings import Finding, Findings, findings

__all__ = ["Finding", "Findings", "findings"]
