"""How a group decides. In clear: since when. What it says is sealed."""

from django.db import models

from rooted.base.models import Unordered


class GroupRules(Unordered):
    """How the group decides, once it has decided that. `entry`: the decision in the register, while that is kept."""

    group = models.OneToOneField("groups.Group", on_delete=models.CASCADE, related_name="rules")
    item = models.OneToOneField("circles.SealedItem", on_delete=models.CASCADE, related_name="group_rules")
    entry = models.ForeignKey("register.Entry", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    since = models.DateField()
