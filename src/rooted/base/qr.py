"""A QR code in the page: no picture file, no address anybody else could ask for."""

import segno
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _


def picture(text: str, *, fills: bool = False) -> SafeString:
    """`text` as an SVG picture: ink on paper in any mode of the device, so that cameras read it.

    `fills`: as wide as where it stands, else six pixels a square.
    """
    drawn = segno.make(text, error="m", micro=False)
    label = _("Picture of the link")
    return mark_safe(  # noqa: S308  segno's own markup; the text stands in it as squares alone
        drawn.svg_inline(scale=6, border=4, dark="#1a1916", light="#ffffff", omitsize=fills, title=str(label))
    )
