"""Assemblies with their sittings; proposals from draft to result; how we decide here."""

from django.urls import path

from rooted.assembly.views import meeting as assemblies
from rooted.assembly.views import meeting_agenda, meeting_running, meeting_sitting, results, talk, votes
from rooted.assembly.views import proposals as drafts
from rooted.assembly.views import rules as how

app_name = "assembly"
meeting = [
    path("g/<group:group>/assemblies/", assemblies.assembly_list, name="assembly-list"),
    path("g/<group:group>/assemblies/call/", assemblies.assembly_call, name="assembly-call"),
    path("g/<group:group>/assemblies/<key:pk>/", assemblies.assembly_detail, name="assembly-detail"),
    path("g/<group:group>/assemblies/<key:pk>/edit/", assemblies.assembly_edit, name="assembly-edit"),
    path("g/<group:group>/assemblies/<key:pk>/notice/", assemblies.assembly_notice, name="assembly-notice"),
    path("g/<group:group>/assemblies/<key:pk>/hang/", assemblies.assembly_hang, name="assembly-hang"),
    path("g/<group:group>/assemblies/<key:pk>/end/", assemblies.assembly_end, name="assembly-end"),
    path("g/<group:group>/assemblies/<key:pk>/erase/", assemblies.assembly_erase, name="assembly-erase"),
    path("g/<group:group>/assemblies/<key:pk>/agenda/", meeting_agenda.agenda_add, name="agenda-add"),
    path("g/<group:group>/assemblies/<key:pk>/sittings/", meeting_sitting.sitting_add, name="sitting-add"),
    path("g/<group:group>/agenda/<key:pk>/edit/", meeting_agenda.agenda_edit, name="agenda-edit"),
    path("g/<group:group>/agenda/<key:pk>/move/", meeting_agenda.agenda_move, name="agenda-move"),
    path("g/<group:group>/agenda/<key:pk>/erase/", meeting_agenda.agenda_erase, name="agenda-erase"),
    path("g/<group:group>/sittings/<key:pk>/", meeting_sitting.sitting_detail, name="sitting-detail"),
    path("g/<group:group>/sittings/<key:pk>/edit/", meeting_sitting.sitting_edit, name="sitting-edit"),
    path("g/<group:group>/sittings/<key:pk>/erase/", meeting_sitting.sitting_erase, name="sitting-erase"),
    path("g/<group:group>/sittings/<key:pk>/screen/", meeting_sitting.sitting_screen, name="sitting-screen"),
    path("g/<group:group>/sittings/<key:pk>/sheets/", meeting_sitting.sitting_sheets, name="sitting-sheets"),
    path("g/<group:group>/sittings/<key:pk>/sheet/", meeting_sitting.sitting_sheet, name="sitting-sheet"),
    path("g/<group:group>/sittings/<key:pk>/end/", meeting_sitting.sitting_end, name="sitting-end"),
    path("g/<group:group>/sittings/<key:pk>/point/", meeting_running.sitting_point, name="sitting-point"),
    path("g/<group:group>/sittings/<key:pk>/present/", meeting_running.sitting_present, name="sitting-present"),
    path("g/<group:group>/sittings/<key:pk>/hands/", meeting_running.sitting_hands, name="sitting-hands"),
    path("g/<group:group>/sittings/<key:pk>/task/", meeting_running.sitting_task, name="sitting-task"),
    path("g/<group:group>/sittings/<key:pk>/minutes/", meeting_running.minutes_add, name="minutes-add"),
    path("g/<group:group>/sittings/<key:pk>/speakers/", meeting_running.speaker_add, name="speaker-add"),
    path("g/<group:group>/speakers/<key:pk>/call/", meeting_running.speaker_call, name="speaker-call"),
    path("g/<group:group>/speakers/<key:pk>/erase/", meeting_running.speaker_erase, name="speaker-erase"),
]
proposals = [
    path("g/<group:group>/proposals/", drafts.proposal_list, name="proposal-list"),
    path("g/<group:group>/proposals/add/", drafts.proposal_add, name="proposal-add"),
    path("g/<group:group>/proposals/rules/", how.rules, name="rules"),
    path("g/<group:group>/proposals/rules/edit/", how.rules_edit, name="rules-edit"),
    path("g/<group:group>/proposals/words/<key:pk>/", talk.amendment_answer, name="amendment-answer"),
    path("g/<group:group>/proposals/votes/<key:pk>/", votes.vote_confirm, name="vote-confirm"),
    path("g/<group:group>/proposals/<key:pk>/", drafts.proposal_detail, name="proposal-detail"),
    path("g/<group:group>/proposals/<key:pk>/edit/", drafts.proposal_edit, name="proposal-edit"),
    path("g/<group:group>/proposals/<key:pk>/second/", drafts.proposal_second, name="proposal-second"),
    path("g/<group:group>/proposals/<key:pk>/withdraw/", drafts.proposal_withdraw, name="proposal-withdraw"),
    path("g/<group:group>/proposals/<key:pk>/remarks/", talk.remark_add, name="remark-add"),
    path("g/<group:group>/proposals/<key:pk>/words/", talk.amendment_add, name="amendment-add"),
    path("g/<group:group>/proposals/<key:pk>/open/", votes.proposal_open, name="proposal-open"),
    path("g/<group:group>/proposals/<key:pk>/agree/", votes.proposal_agree, name="proposal-agree"),
    path("g/<group:group>/proposals/<key:pk>/vote/", votes.proposal_vote, name="proposal-vote"),
    path("g/<group:group>/proposals/<key:pk>/enter/", votes.proposal_enter, name="proposal-enter"),
    path("g/<group:group>/proposals/<key:pk>/close/", votes.proposal_close, name="proposal-close"),
    path("g/<group:group>/proposals/<key:pk>/result/", results.proposal_result, name="proposal-result"),
    path("g/<group:group>/proposals/<key:pk>/again/", results.proposal_again, name="proposal-again"),
    path("g/<group:group>/proposals/<key:pk>/ballots/", results.proposal_ballots, name="proposal-ballots"),
    path("g/<group:group>/proposals/<key:pk>/codes/", results.proposal_codes, name="proposal-codes"),
]
urlpatterns = [*meeting, *proposals]
