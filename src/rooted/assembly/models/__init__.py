"""Assemblies with their sittings (meeting.py); proposals (proposal.py)."""

from rooted.assembly.models.meeting import AgendaPoint, Assembly, Sitting, Speaker

__all__ = ["AgendaPoint", "Assembly", "Sitting", "Speaker"]
