"""Assemblies with their sittings; proposals from draft to result; how we decide here."""

app_name = "assembly"
meeting = []
proposals = []
urlpatterns = [*meeting, *proposals]
