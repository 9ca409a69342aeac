"""Every address, by part. What lies under /g/<group>/ belongs to one group."""

from django.urls import include, path

# Addresses are tried in this order: what most people open stands first.
urlpatterns = [
    path("", include("rooted.home.urls")),
    path("", include("rooted.struggles.urls")),
    path("", include("rooted.comparisons.urls")),
    path("", include("rooted.exports.urls")),
    path("", include("rooted.base.urls")),
    path("", include("rooted.people.urls")),
    path("places/", include("rooted.places.urls")),
    path("", include("rooted.groups.urls")),
    path("", include("rooted.notes.urls")),
    path("", include("rooted.tasks.urls")),
    path("", include("rooted.shelf.urls")),
    path("", include("rooted.posters.urls")),
    path("", include("rooted.register.urls")),
    path("", include("rooted.ballots.urls")),
    path("", include("rooted.assembly.urls")),
    path("", include("rooted.proposals.urls")),
    path("", include("rooted.rules.urls")),
    path("", include("rooted.intake.urls")),
    path("", include("rooted.support.urls")),
    path("", include("rooted.nudges.urls")),
    path("", include("rooted.reports.urls")),
    path("", include("rooted.areas.urls")),
    path("", include("rooted.imports.urls")),
    path("", include("rooted.doubles.urls")),
]

handler400 = "rooted.base.views.not_readable"
handler404 = "rooted.base.views.not_found"
handler500 = "rooted.base.views.failed"
