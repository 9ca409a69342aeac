"""What a group does with its mappings."""

import json
from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from rooted.groups.models import Group
from rooted.imports.keeping import Packed
from rooted.imports.models import SavedMapping
from rooted.mappings.shape import LONGEST_JSON, OWN, Mapping, Unreadable, from_plain, to_plain

MOST = 200  # of one group


def save_mapping(group: Group, mapping: Mapping, *, today: date | None = None) -> SavedMapping:
    """Keep a mapping under its list's name; one of the same name is replaced."""
    kept = SavedMapping.objects.filter(group=group)
    if kept.exclude(name=mapping.name).count() >= MOST:
        raise ValidationError(_("Your group keeps 200 mappings. Erase one that nobody needs."))
    content = json.dumps(to_plain(mapping), ensure_ascii=False, indent=1)
    values = {"content": content, "saved_on": today or timezone.localdate()}
    return SavedMapping.objects.update_or_create(group=group, name=mapping.name, defaults=values)[0]


def keep_once(group: Group, mapping: Mapping, *, today: date | None = None) -> None:
    """Keep how a list is brought in that nobody kept, so that its next edition is known as the same list."""
    kept = SavedMapping.objects.filter(group=group)
    known = kept.filter(Q(name=mapping.name) | Q(content__contains=f'"code": "{mapping.code}"'))
    if mapping.code.startswith(OWN) and kept.count() < MOST and not known.exists():
        save_mapping(group, mapping, today=today)


def take_mapping(group: Group, packed: Packed) -> SavedMapping:
    """Keep a mapping that came as a file. Raises ValidationError where it is none, and says where it is wrong."""
    if packed.size > LONGEST_JSON:
        raise ValidationError(_("This file is too large to be a mapping."))
    try:
        mapping = from_plain(json.loads(packed.file().read().decode("utf-8-sig")))
    except Unreadable as wrong:
        raise ValidationError(_("This is no mapping we can use. Look at “%(path)s”.") % {"path": wrong.path}) from wrong
    except (ValueError, RecursionError) as error:
        raise ValidationError(_("This file is no mapping. Choose one that was downloaded from such a page.")) from error
    return save_mapping(group, mapping)


def share_mapping(saved: SavedMapping, *, shared: bool, today: date | None = None) -> None:
    """Let every group on this server use it, or no longer; those who used it keep what they brought in."""
    saved.shared_on = (saved.shared_on or today or timezone.localdate()) if shared else None
    saved.save(update_fields=["shared_on"])
