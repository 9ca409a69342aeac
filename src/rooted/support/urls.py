"""Starting a group, the list of who helps, and what two groups do together."""

from django.urls import path

from rooted.support.views import directory, hosting, pairing, strangers

app_name = "support"
urlpatterns = [
    path("start/", strangers.start, name="start"),
    path("start/<group:group>/", strangers.start_letter, name="start-letter"),
    path("letters/start/", strangers.start_back, name="start-back"),
    path("letters/start/answer/", strangers.introduction_answer, name="introduction-answer"),
    path("letters/start/write/", strangers.introduction_write, name="introduction-write"),
    path("help/", strangers.help_list, name="help-list"),
    path("help/rooted-directory.json", strangers.help_export, name="help-export"),
    path("g/<group:group>/together/", pairing.together, name="together"),
    path("g/<group:group>/together/host/", hosting.host, name="host"),
    path("g/<group:group>/together/help/", directory.help_entry, name="help-entry"),
    path("g/<group:group>/together/list/", directory.directory_import, name="directory-import"),
    path("g/<group:group>/together/list/<key:pk>/hide/", directory.directory_hide, name="directory-hide"),
    path("g/<group:group>/together/list/<key:pk>/show/", directory.directory_show, name="directory-show"),
    path("g/<group:group>/together/start/", hosting.wish_list, name="wish-list"),
    path("g/<group:group>/together/start/<key:pk>/", hosting.wish_detail, name="wish-detail"),
    path("g/<group:group>/together/start/<key:pk>/link/", hosting.founding_link_give, name="founding-link-give"),
    path(
        "g/<group:group>/together/start/<key:pk>/introduce/", hosting.introduction_propose, name="introduction-propose"
    ),
    path("g/<group:group>/together/ask/<key:pk>/", pairing.pairing_ask, name="pairing-ask"),
    path("g/<group:group>/together/<key:pk>/", pairing.pairing_detail, name="pairing-detail"),
    path("g/<group:group>/together/<key:pk>/agree/", pairing.pairing_agree, name="pairing-agree"),
    path("g/<group:group>/together/<key:pk>/write/", pairing.pairing_write, name="pairing-write"),
    path("g/<group:group>/together/<key:pk>/call/", pairing.call_set, name="call-set"),
    path("g/<group:group>/together/<key:pk>/steps/", pairing.steps_show, name="steps-show"),
    path("g/<group:group>/together/<key:pk>/steps/hide/", pairing.steps_hide, name="steps-hide"),
    path("g/<group:group>/together/<key:pk>/end/", pairing.pairing_end, name="pairing-end"),
]
