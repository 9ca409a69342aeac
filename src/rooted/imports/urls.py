"""A group's imports into the chronicle, under its own address."""

from django.urls import path

from rooted.imports.views import files, mappings, running

HERE = "g/<group:group>/struggles/imports/"
app_name = "imports"
urlpatterns = [
    path(HERE, files.import_list, name="import-list"),
    path(f"{HERE}add/", files.import_add, name="import-add"),
    path(f"{HERE}files/<uuid:pk>/", files.import_map, name="import-map"),
    path(f"{HERE}files/<uuid:pk>/start/", files.import_start, name="import-start"),
    path(f"{HERE}files/<uuid:pk>/discard/", files.import_discard, name="import-discard"),
    path(f"{HERE}files/<uuid:pk>/save/", mappings.mapping_save, name="mapping-save"),
    path(f"{HERE}mappings/", mappings.mapping_list, name="mapping-list"),
    path(f"{HERE}mappings/add/", mappings.mapping_add, name="mapping-add"),
    path(f"{HERE}mappings/<uuid:pk>/download/", mappings.mapping_download, name="mapping-download"),
    path(f"{HERE}mappings/<uuid:pk>/share/", mappings.mapping_share, name="mapping-share"),
    path(f"{HERE}mappings/<uuid:pk>/erase/", mappings.mapping_erase, name="mapping-erase"),
    path(f"{HERE}<uuid:pk>/", running.import_detail, name="import-detail"),
    path(f"{HERE}<uuid:pk>/pause/", running.import_pause, name="import-pause"),
    path(f"{HERE}<uuid:pk>/resume/", running.import_resume, name="import-resume"),
    path(f"{HERE}<uuid:pk>/undo/", running.import_undo, name="import-undo"),
    path(f"{HERE}<uuid:pk>/report/", running.import_report, name="import-report"),
    path(f"{HERE}<uuid:pk>/forward/", running.import_forward, name="import-forward"),
    path(f"{HERE}<uuid:pk>/clear/", running.import_clear, name="import-clear"),
]
