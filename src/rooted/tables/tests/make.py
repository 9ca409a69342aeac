"""Plain makers: files of any content, as the pure modules take them."""

import io
import json


def as_bytes(content):
    """Bytes as they are, text in UTF-8, anything else as JSON."""
    if isinstance(content, bytes):
        return content
    return (content if isinstance(content, str) else json.dumps(content)).encode()


def opened(content):
    """A function that opens these bytes from their beginning."""
    data = as_bytes(content)
    return lambda: io.BytesIO(data)
