"""What leaves the chronicle: files, a feed and the read API. Open to anyone; nothing here changes anything."""

from django.urls import path

from rooted.exports.views import api, files, pages

app_name = "exports"
urlpatterns = [
    path("struggles/export/", pages.export_choose, name="export-choose"),
    path("struggles/export/struggles.json", files.export_json, name="export-json"),
    path("struggles/export/chronicle.json", files.export_whole, name="export-whole"),
    path("struggles/export/<slug:columns>.csv", files.export_csv, name="export-csv"),
    path("struggles/feed.atom", files.feed, name="feed"),
    path("api/openapi.json", api.description, name="description"),
    path("api/codes/", api.codes, name="codes"),
    path("api/terms/", api.terms, name="terms"),
    path("api/struggles/", api.struggles, name="struggles"),
    path("api/struggles/<uuid:public_id>/", api.struggle, name="struggle"),
]
