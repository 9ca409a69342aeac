"""The other phone's camera: reads the link from a picture of the screen."""

import io

import zxingcpp
from PIL import Image


def photograph(picture: bytes) -> str:
    """The one QR code in a PNG, as text."""
    with Image.open(io.BytesIO(picture)) as image:
        found = zxingcpp.read_barcodes(image.convert("L"), formats=zxingcpp.BarcodeFormat.QRCode)
    assert len(found) == 1, f"{len(found)} pictures of a link on the screen"
    return found[0].text
