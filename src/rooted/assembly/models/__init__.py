"""Assemblies with their sittings (meeting.py); proposals (proposal.py)."""

from rooted.assembly.models.meeting import AgendaPoint, Assembly, Sitting, Speaker
from rooted.assembly.models.proposal import Amendment, GroupRules, Proposal, Remark

__all__ = ["AgendaPoint", "Amendment", "Assembly", "GroupRules", "Proposal", "Remark", "Sitting", "Speaker"]
