"""What sort of group it is, as its public page says; strangers read it in all their languages."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """Kinds of group."""

    LOCAL = "local", _("Local group")
    WORKPLACE = "workplace", _("Workplace")
    TENANTS = "tenants", _("Tenants")
    OTHER = "other", _("Something else")
