"""The canaries' journey in a process of its own, so that database, log, temporary files and cache are real files.

`python -m tests.walk.alone FOLDER`, with ROOTED_DATA=FOLDER. Ends as if killed: SQLite's log is not tidied away.
"""

import os
import pickle
import sys
from importlib import import_module
from pathlib import Path

import django
from django.core.cache import cache
from django.test.utils import override_settings

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    django.setup()
    import_module("rooted.base.tests.migrated").set_up()
    seal = import_module("rooted.base.seal")
    seal.PASSPHRASE_KIB = seal.RECEIPT_KIB = import_module("conftest").CHEAP_KIB
    plain = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    with override_settings(STORAGES=plain, ALLOWED_HOSTS=["testserver"], LETTER_SECONDS=0):
        words = import_module("tests.walk.canaries").Journey().run()
    (folder / "cache").write_bytes(pickle.dumps(getattr(cache, "_cache", {})))
    lines = [f"{name}={word}" for name, word in words.items()]
    (folder.parent / "words").write_text("\n".join(lines), encoding="utf-8")
    sys.stdout.flush()
    os._exit(0)
