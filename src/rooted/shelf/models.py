"""Files a group keeps. In clear: which group, the day, a size in steps. Title, name, kind and content are sealed."""

from django.db import models

from rooted.base.models import Unordered


class ShelfFileQuerySet(models.QuerySet):
    def newest_first(self) -> "ShelfFileQuerySet":
        """By the day they were put on the shelf."""
        return self.order_by("-item__day", "pk")


class ShelfFile(Unordered):
    """One file on the shelf. `item`: its title, who put it there and when; `file`: the file itself, of one circle."""

    group = models.ForeignKey("groups.Group", on_delete=models.CASCADE, related_name="shelf_files")
    item = models.OneToOneField("circles.SealedItem", on_delete=models.CASCADE, related_name="shelf_file")
    file = models.OneToOneField("circles.SealedFile", on_delete=models.CASCADE, related_name="shelf_file")

    objects = ShelfFileQuerySet.as_manager()
