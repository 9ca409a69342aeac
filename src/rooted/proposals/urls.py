"""Proposals from draft to result; how we decide here."""

from django.urls import path

from rooted.proposals.views import asking, proposals, results, talk, votes
from rooted.proposals.views import rules as how

app_name = "proposals"
urlpatterns = [
    path("g/<group:group>/proposals/", proposals.proposal_list, name="proposal-list"),
    path("g/<group:group>/proposals/add/", proposals.proposal_add, name="proposal-add"),
    path("g/<group:group>/proposals/rules/", how.rules_edit, name="rules-edit"),
    path("g/<group:group>/proposals/words/<key:pk>/", talk.amendment_answer, name="amendment-answer"),
    path("g/<group:group>/proposals/votes/<key:pk>/", votes.vote_confirm, name="vote-confirm"),
    path("g/<group:group>/proposals/<key:pk>/", proposals.proposal_detail, name="proposal-detail"),
    path("g/<group:group>/proposals/<key:pk>/edit/", proposals.proposal_edit, name="proposal-edit"),
    path("g/<group:group>/proposals/<key:pk>/second/", proposals.proposal_second, name="proposal-second"),
    path("g/<group:group>/proposals/<key:pk>/withdraw/", proposals.proposal_withdraw, name="proposal-withdraw"),
    path("g/<group:group>/proposals/<key:pk>/remarks/", talk.remark_add, name="remark-add"),
    path("g/<group:group>/proposals/<key:pk>/words/", talk.amendment_add, name="amendment-add"),
    path("g/<group:group>/proposals/<key:pk>/open/", votes.proposal_open, name="proposal-open"),
    path("g/<group:group>/proposals/<key:pk>/agree/", votes.proposal_agree, name="proposal-agree"),
    path("g/<group:group>/proposals/<key:pk>/objections/", talk.proposal_object, name="proposal-object"),
    path("g/<group:group>/proposals/<key:pk>/vote/", votes.proposal_vote, name="proposal-vote"),
    path("g/<group:group>/proposals/<key:pk>/enter/", votes.proposal_enter, name="proposal-enter"),
    path("g/<group:group>/proposals/<key:pk>/close/", votes.proposal_close, name="proposal-close"),
    path("g/<group:group>/proposals/<key:pk>/draw/", votes.proposal_draw, name="proposal-draw"),
    path("g/<group:group>/proposals/<key:pk>/result/", results.proposal_result, name="proposal-result"),
    path("g/<group:group>/proposals/<key:pk>/again/", asking.proposal_again, name="proposal-again"),
    path("g/<group:group>/proposals/<key:pk>/renew/", asking.proposal_renew, name="proposal-renew"),
    path("g/<group:group>/proposals/<key:pk>/ballots/", results.proposal_ballots, name="proposal-ballots"),
    path("g/<group:group>/proposals/<key:pk>/codes/", results.proposal_codes, name="proposal-codes"),
]
