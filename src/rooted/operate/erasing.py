"""Deleting all a server holds."""

import shutil

from django.conf import settings
from django.db import connection

from rooted.operate import folder

POSTGRES = "PostgreSQL keeps old pages in its own files until it reuses them: delete its whole cluster or disk as well."
OURS = ("keys", "files", "static", "before-upgrade", "unfinished")


def erase_everything() -> None:
    """Overwrite and remove the database, the keys and every file of ours; a folder of somebody else's stays."""
    if connection.vendor == "postgresql":
        drop_tables()
    connection.close()
    for name in (*folder.DATABASE_FILES, folder.lock_file().name):
        if (settings.DATA / name).exists():
            folder.overwrite(settings.DATA / name)
    trees = [settings.DATA / name for name in OURS]
    trees += [*settings.DATA.glob("before-restore-*"), *settings.DATA.glob("restoring.*")]
    for tree in trees:
        for path in [found for found in tree.rglob("*") if found.is_file() or found.is_symlink()]:
            folder.overwrite(path)
        shutil.rmtree(tree, ignore_errors=True)


def drop_tables() -> None:
    """Drop every table of the PostgreSQL database."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"DROP TABLE {connection.ops.quote_name(table)} CASCADE")
