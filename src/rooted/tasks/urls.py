"""Tasks, rota, roles and hand-over of a group."""

from django.urls import path

from rooted.tasks.views import handover, roles, rota, tasks

app_name = "tasks"
urlpatterns = [
    path("g/<group:group>/tasks/", tasks.task_list, name="task-list"),
    path("g/<group:group>/tasks/add/", tasks.task_add, name="task-add"),
    path("g/<group:group>/tasks/<key:pk>/", tasks.task_detail, name="task-detail"),
    path("g/<group:group>/tasks/<key:pk>/edit/", tasks.task_edit, name="task-edit"),
    path("g/<group:group>/tasks/<key:pk>/give/", tasks.task_give, name="task-give"),
    path("g/<group:group>/tasks/<key:pk>/take/", tasks.task_take, name="task-take"),
    path("g/<group:group>/tasks/<key:pk>/release/", tasks.task_release, name="task-release"),
    path("g/<group:group>/tasks/<key:pk>/finish/", tasks.task_finish, name="task-finish"),
    path("g/<group:group>/tasks/<key:pk>/reopen/", tasks.task_reopen, name="task-reopen"),
    path("g/<group:group>/tasks/<key:pk>/delete/", tasks.task_delete, name="task-delete"),
    path("g/<group:group>/rota/", rota.rota, name="rota"),
    path("g/<group:group>/rota/print/", rota.rota_print, name="rota-print"),
    path("g/<group:group>/rota/add/", rota.duty_add, name="duty-add"),
    path("g/<group:group>/rota/<key:pk>/", rota.duty_edit, name="duty-edit"),
    path("g/<group:group>/rota/<key:pk>/take/", rota.duty_take, name="duty-take"),
    path("g/<group:group>/rota/<key:pk>/delete/", rota.duty_delete, name="duty-delete"),
    path("g/<group:group>/rota/days/<key:pk>/take/", rota.slot_take, name="slot-take"),
    path("g/<group:group>/rota/days/<key:pk>/offer/", rota.slot_offer, name="slot-offer"),
    path("g/<group:group>/roles/", roles.role_list, name="role-list"),
    path("g/<group:group>/roles/add/", roles.role_add, name="role-add"),
    path("g/<group:group>/roles/<key:pk>/", roles.role_edit, name="role-edit"),
    path("g/<group:group>/roles/<key:pk>/take/", roles.role_take, name="role-take"),
    path("g/<group:group>/roles/<key:pk>/release/", roles.role_release, name="role-release"),
    path("g/<group:group>/roles/<key:pk>/delete/", roles.role_delete, name="role-delete"),
    path("g/<group:group>/hand-over/", handover.hand_over, name="hand-over"),
    path("g/<group:group>/hand-over/print/", handover.hand_over_print, name="hand-over-print"),
    path("g/<group:group>/hand-over/printed/", handover.hand_over_printed, name="hand-over-printed"),
    path("g/<group:group>/hand-over/monthly/", handover.hand_over_monthly, name="hand-over-monthly"),
    path("g/<group:group>/hand-over/add/", handover.section_add, name="section-add"),
    path("g/<group:group>/hand-over/<key:pk>/", handover.section_edit, name="section-edit"),
    path("g/<group:group>/hand-over/<key:pk>/delete/", handover.section_delete, name="section-delete"),
]
