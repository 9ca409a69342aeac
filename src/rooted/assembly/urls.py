"""Assemblies with their sittings, the agenda, the speaking list."""

from django.urls import path

from rooted.assembly.views import agenda, assemblies, running, sheets, sittings

app_name = "assembly"
urlpatterns = [
    path("g/<group:group>/assemblies/", assemblies.assembly_list, name="assembly-list"),
    path("g/<group:group>/assemblies/call/", assemblies.assembly_call, name="assembly-call"),
    path("g/<group:group>/assemblies/<key:pk>/", assemblies.assembly_detail, name="assembly-detail"),
    path("g/<group:group>/assemblies/<key:pk>/edit/", assemblies.assembly_edit, name="assembly-edit"),
    path("g/<group:group>/assemblies/<key:pk>/notice/", assemblies.assembly_notice, name="assembly-notice"),
    path("g/<group:group>/assemblies/<key:pk>/hang/", assemblies.assembly_hang, name="assembly-hang"),
    path("g/<group:group>/assemblies/<key:pk>/second/", assemblies.assembly_second, name="assembly-second"),
    path("g/<group:group>/assemblies/<key:pk>/end/", assemblies.assembly_end, name="assembly-end"),
    path("g/<group:group>/assemblies/<key:pk>/erase/", assemblies.assembly_erase, name="assembly-erase"),
    path("g/<group:group>/assemblies/<key:pk>/agenda/", agenda.agenda_add, name="agenda-add"),
    path("g/<group:group>/assemblies/<key:pk>/sittings/", sittings.sitting_add, name="sitting-add"),
    path("g/<group:group>/agenda/<key:pk>/edit/", agenda.agenda_edit, name="agenda-edit"),
    path("g/<group:group>/agenda/<key:pk>/move/", agenda.agenda_move, name="agenda-move"),
    path("g/<group:group>/agenda/<key:pk>/erase/", agenda.agenda_erase, name="agenda-erase"),
    path("g/<group:group>/sittings/<key:pk>/", sittings.sitting_detail, name="sitting-detail"),
    path("g/<group:group>/sittings/<key:pk>/edit/", sittings.sitting_edit, name="sitting-edit"),
    path("g/<group:group>/sittings/<key:pk>/erase/", sittings.sitting_erase, name="sitting-erase"),
    path("g/<group:group>/sittings/<key:pk>/screen/", sittings.sitting_screen, name="sitting-screen"),
    path("g/<group:group>/sittings/<key:pk>/sheets/", sheets.sitting_sheets, name="sitting-sheets"),
    path("g/<group:group>/sittings/<key:pk>/sheet/", sheets.sitting_sheet, name="sitting-sheet"),
    path("g/<group:group>/sittings/<key:pk>/end/", sittings.sitting_end, name="sitting-end"),
    path("g/<group:group>/sittings/<key:pk>/point/", running.sitting_point, name="sitting-point"),
    path("g/<group:group>/sittings/<key:pk>/present/", running.sitting_present, name="sitting-present"),
    path("g/<group:group>/sittings/<key:pk>/hands/", running.sitting_hands, name="sitting-hands"),
    path("g/<group:group>/sittings/<key:pk>/task/", running.sitting_task, name="sitting-task"),
    path("g/<group:group>/sittings/<key:pk>/minutes/", running.minutes_add, name="minutes-add"),
    path("g/<group:group>/sittings/<key:pk>/speakers/", running.speaker_add, name="speaker-add"),
    path("g/<group:group>/sheets/<key:pk>/", sheets.sheet_confirm, name="sheet-confirm"),
    path("g/<group:group>/sheets/<key:pk>/erase/", sheets.sheet_erase, name="sheet-erase"),
    path("g/<group:group>/speakers/<key:pk>/call/", running.speaker_call, name="speaker-call"),
    path("g/<group:group>/speakers/<key:pk>/erase/", running.speaker_erase, name="speaker-erase"),
]
