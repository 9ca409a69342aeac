"""What circles seal themselves: what a file is called and the key of its content.

`media_type`: "image/jpeg"; `size`: bytes; `key`: the stream's 32 bytes as a whole number, so that no search reads it.
"""

from rooted.circles.kinds import SealedKind

NAMED = ("name", "media_type", "size", "key")

FILE = SealedKind(name="circles.file", fields=NAMED, searched=False)
DROPPED_FILE = SealedKind(name="circles.dropped_file", fields=NAMED, write_only=True, searched=False)
