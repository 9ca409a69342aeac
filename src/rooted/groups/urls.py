"""Ways into a group, its public page, its members."""

from django.urls import path

from rooted.groups.views import circles, founding, joining, members, page, vouchers

app_name = "groups"
urlpatterns = [
    path("found/", founding.found, name="found"),
    path("found/<slug:token>/", founding.found_invited, name="found-invited"),
    path("join/<key:pk>/", joining.join, name="join"),
    path("g/<group:group>/", page.group, name="group"),
    path("g/<group:group>/edit/", page.group_edit, name="group-edit"),
    path("g/<group:group>/invite/", joining.invite, name="invite"),
    path("g/<group:group>/invite/<key:pk>/withdraw/", joining.invitation_withdraw, name="invitation-withdraw"),
    path("g/<group:group>/members/", members.seat_list, name="seat-list"),
    path("g/<group:group>/members/name/", members.seat_rename, name="seat-rename"),
    path("g/<group:group>/members/part/", members.seat_part, name="seat-part"),
    path("g/<group:group>/members/keys/", members.rotation, name="rotation"),
    path("g/<group:group>/members/<key:pk>/back/", joining.reseat, name="reseat"),
    path("g/<group:group>/members/<key:pk>/remove/", members.removal_propose, name="removal-propose"),
    path("g/<group:group>/members/<key:pk>/remove/confirm/", members.removal_confirm, name="removal-confirm"),
    path("g/<group:group>/members/<key:pk>/remove/withdraw/", members.removal_withdraw, name="removal-withdraw"),
    path("g/<group:group>/circles/", circles.circle_list, name="circle-list"),
    path("g/<group:group>/circles/new/", circles.circle_make, name="circle-make"),
    path("g/<group:group>/circles/<key:pk>/", circles.circle, name="circle"),
    path("g/<group:group>/circles/<key:pk>/name/", circles.circle_rename, name="circle-rename"),
    path("g/<group:group>/circles/<key:pk>/admit/", circles.circle_admit, name="circle-admit"),
    path("g/<group:group>/circles/<key:pk>/leave/", circles.circle_leave, name="circle-leave"),
    path("g/<group:group>/vouchers/", vouchers.vouchers, name="vouchers"),
    path("g/<group:group>/vouchers/end/", vouchers.vouchers_end, name="vouchers-end"),
    path("g/<group:group>/vouchers/keep/", vouchers.vouchers_keep, name="vouchers-keep"),
    path("g/<group:group>/members/new/<key:pk>/", vouchers.newcomer_vouch, name="newcomer-vouch"),
    path("g/<group:group>/members/new/<key:pk>/refuse/", vouchers.newcomer_refuse, name="newcomer-refuse"),
    path("g/<group:group>/waiting/", vouchers.waiting, name="waiting"),
    path("g/<group:group>/waiting/end/", vouchers.waiting_end, name="waiting-end"),
]
