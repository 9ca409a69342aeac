"""The vendored scripts are the ones named in VENDORED.md, to the byte."""

import hashlib
import re

from django.conf import settings

FOLDER = settings.SOURCE / "src" / "rooted" / "static" / "vendor"


def test_every_vendored_script_is_listed_with_its_digest():
    listed = dict(re.findall(r"\| (\S+\.js) \|.*\| ([0-9a-f]{64}) \|", (FOLDER / "VENDORED.md").read_text()))
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FOLDER.glob("*.js")}
    assert found == listed
    assert found
