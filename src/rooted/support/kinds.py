"""What groups can help others with. Codes are part of the file's shape (docs/directory.md): never change one."""

from django.utils.translation import gettext_lazy as _

KINDS = [
    ("starting", _("Starting a group")),
    ("work", _("Trouble at work")),
    ("housing", _("Trouble with a landlord")),
    ("offices", _("Job centre and benefits")),
    ("migration", _("Papers and the migration office")),
    ("inquiry", _("Talking with workers at bigger workplaces")),
    ("translation", _("Translating")),
    ("other", _("Something else")),
]
