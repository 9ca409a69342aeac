"""Pictures and other files for tests, with marks planted wherever a file can carry something that is not seen."""

import io
import struct
import zipfile
import zlib

from PIL import Image
from PIL.PngImagePlugin import PngInfo

MARK = b"zqcanary51.5074N"
SIZE = (60, 40)


def image(size=SIZE, mode="RGB"):
    """Half red, half blue, so that a turn shows."""
    drawn = Image.new("RGB", size, "red")
    drawn.paste("blue", (0, 0, size[0] // 2, size[1]))
    return drawn.convert(mode)


def saved(kind, size=SIZE, mode="RGB", **options):
    out = io.BytesIO()
    image(size, mode).save(out, kind, **options)
    return out.getvalue()


def exif(orientation=1):
    """Camera, description, and a place in the GPS part, all of them the mark."""
    tags = Image.Exif()
    text = MARK.decode()
    tags[0x010E], tags[0x0110], tags[0x9286], tags[0x0112] = text, text, MARK, orientation
    tags.get_ifd(0x8825)[1] = text
    return tags


def marked(kind):
    """A picture of that kind with the mark in every place we know: EXIF, GPS, comment, XMP, profile, text, behind."""
    common = {"exif": exif(), "icc_profile": MARK * 20}
    if kind == "JPEG":
        return saved(kind, comment=MARK, xmp=MARK, **common) + MARK
    if kind == "PNG":
        notes = PngInfo()
        notes.add_text("Comment", MARK.decode())
        notes.add_text("Packed", MARK.decode(), zip=True)
        notes.add_itxt("XML:com.adobe.xmp", MARK.decode())
        return saved(kind, pnginfo=notes, **common) + MARK
    return saved(kind, xmp=MARK, **common) + MARK


def bomb_png(width, height):
    """A small PNG that claims so many white points; its data is there, packed."""

    def part(name, content):
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    packer = zlib.compressobj(9)
    row = bytes(1 + width)
    data = b"".join(packer.compress(row) for _row in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", data) + part(b"IEND", b"")


def bomb_webp(width, height):
    """A WebP header that claims so many points."""
    head = b"VP8X" + struct.pack("<I", 10) + bytes(4)
    head += (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF" + struct.pack("<I", len(head) + 4) + b"WEBP" + head


def archive(content=MARK):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("Main.class", content)
    return out.getvalue()


PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n"
    b"trailer<</Size 3/Root 1 0 R>>\nstartxref\n101\n%%EOF\n"
)
