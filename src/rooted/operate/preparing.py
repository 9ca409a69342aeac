"""Before serving: the database as this version wants it, the towns, the static files; quick when nothing changed."""

import hashlib
import os
from collections.abc import Callable
from datetime import timedelta
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

KEEP_COPIES = timedelta(days=35)  # what was erased is gone from every copy after that
Tell = Callable[..., None]


def copies_folder() -> Path:
    """Where copies made before an upgrade lie."""
    return settings.DATA / "before-upgrade"


def open_migrations() -> int:
    """How many migrations the database still lacks."""
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def is_empty() -> bool:
    """Is there no table in the database yet?"""
    if connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).exists():
        return True  # asking would make an empty file
    return not connection.introspection.table_names()


def copy_database(path: Path) -> None:
    """A consistent copy of the SQLite database at `path`, readable by the service alone, while it is in use."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))  # VACUUM INTO accepts an empty file
    try:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(path)])
    except BaseException:
        path.unlink()
        raise


def forget_old_copies() -> None:
    """Remove copies made before upgrades more than 35 days ago."""
    oldest = (timezone.now() - KEEP_COPIES).timestamp()
    for path in copies_folder().glob("*.sqlite3"):
        if path.stat().st_mtime < oldest:
            path.unlink()


def migrate(tell: Tell) -> Path | None:
    """Bring the database up to date; a database with content is copied first. Gives the copy's path."""
    missing = open_migrations()
    if not missing:
        return None
    copy = None
    if connection.vendor == "sqlite" and not is_empty():
        copy = copies_folder() / f"{timezone.now():%Y-%m-%d-%H%M%S}.sqlite3"
        copy_database(copy)
        tell(f"The database was copied to {copy} before its tables were changed.")
    call_command("migrate", verbosity=0, interactive=False)
    return copy


def load_towns() -> None:
    """Fill the table of towns, if this version ships one; a second call adds nothing."""
    if find_spec("rooted.places.actions"):
        load = getattr(import_module("rooted.places.actions"), "load_towns", None)
        if load:
            load()


def collect_static() -> None:
    """Put the style sheets and scripts where they are served from, unless they lie there already."""
    digest = hashlib.blake2b(str(settings.STORAGES).encode(), digest_size=16)
    for finder in get_finders():
        for name, storage in finder.list([]):
            found = Path(storage.path(name)).stat()
            digest.update(f"{name}|{found.st_size}|{found.st_mtime_ns}\n".encode())
    stamp = settings.STATIC_ROOT / ".collected"
    if stamp.exists() and stamp.read_text() == digest.hexdigest():
        return
    settings.STATIC_ROOT.mkdir(mode=0o700, parents=True, exist_ok=True)
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(digest.hexdigest())


def prepare(tell: Tell) -> Path | None:
    """All of it; gives the path of the copy made before migrating, if one was needed."""
    copy = migrate(tell)
    forget_old_copies()
    load_towns()
    collect_static()
    return copy


def has_groups() -> bool:
    """Does any group exist here?"""
    return apps.get_model("groups", "Group").objects.exists()
