"""The desk where a group writes its records, sealed until two members release them."""

from django.urls import path

from rooted.reports.views import releasing, reports, versions, words, writing

app_name = "reports"
DESK = "g/<group:group>/reports/"
urlpatterns = [
    path(DESK, reports.report_list, name="report-list"),
    path(f"{DESK}new/", writing.report_begin, name="report-begin"),
    path(f"{DESK}<key:pk>/", reports.report_detail, name="report-detail"),
    path(f"{DESK}<key:pk>/write/<slug:step>/", writing.report_write, name="report-write"),
    path(f"{DESK}<key:pk>/forward/", releasing.report_forward, name="report-forward"),
    path(f"{DESK}<key:pk>/take-back/", releasing.report_take_back, name="report-take-back"),
    path(f"{DESK}<key:pk>/release/", releasing.report_release, name="report-release"),
    path(f"{DESK}<key:pk>/erase/", reports.report_erase, name="report-erase"),
    path(f"{DESK}<key:pk>/versions/", versions.version_list, name="version-list"),
    path(f"{DESK}<key:pk>/compare/", versions.version_compare, name="version-compare"),
    path(f"{DESK}versions/<key:pk>/", versions.version_detail, name="version-detail"),
    path(f"{DESK}versions/<key:pk>/restore/", versions.version_restore, name="version-restore"),
    path(f"{DESK}correct/<uuid:public_id>/", releasing.report_correct, name="report-correct"),
    path(f"{DESK}withdraw/<uuid:public_id>/", releasing.report_withdraw, name="report-withdraw"),
    path(f"{DESK}words/", words.term_list, name="term-list"),
    path(f"{DESK}words/merge/", words.term_merge, name="term-merge"),
    path(f"{DESK}words/<uuid:pk>/part/", words.term_part, name="term-part"),
]
