"""The other side: the bare project of bare/, filled with as many records; each method is one page or act."""

import csv
import json
import os
import re
from itertools import cycle
from pathlib import Path

import made_up

SETTINGS = "bare.settings"


class Side:
    """What `side.py` asks of each side."""

    def __init__(self, folder: str) -> None:
        os.environ |= {"BARE_DATA": folder, "DJANGO_SETTINGS_MODULE": SETTINGS}
        import django

        django.setup()
        self.folder = folder

    def fill(self, *, records: int = 506, **_other: int) -> None:
        from django.contrib.auth.models import User
        from django.core.management import call_command
        from django.db import connection
        from django.test import Client

        from bare.models import Record

        call_command("migrate", verbosity=0, interactive=False, run_syncdb=True)
        call_command("flush", verbosity=0, interactive=False)  # on PostgreSQL the last run's rows are there still
        rows = [
            Record(title=text[:60], text=text, day=day.replace("/", "-"), place="Leeds", won=not place % 3)
            for place, (text, day) in enumerate(zip(made_up.texts(records), made_up.days(records), strict=True))
        ]
        Record.objects.bulk_create(rows)
        if connection.vendor == "sqlite":  # on PostgreSQL only the import is measured
            with connection.cursor() as cursor:
                cursor.execute(
                    "CREATE VIRTUAL TABLE bare_words "
                    "USING fts5 (title, text, content='bare_record', content_rowid='id')"
                )
                cursor.execute("INSERT INTO bare_words (bare_words) VALUES ('rebuild')")
        self.stranger, self.member = Client(enforce_csrf_checks=True), Client(enforce_csrf_checks=True)
        self.member.force_login(User.objects.create_user("ana"))
        page = self.member.get("/note/").content.decode()
        self.sent = {
            "text": "Come on Thursday at six.",
            "csrfmiddlewaretoken": re.search('csrfmiddlewaretoken" value="([^"]+)"', page)[1],
        }
        self.ordinary, self.common = (cycle(made_up.queries(common=common)) for common in (False, True))

    def hello(self):
        return got(self.stranger.get("/"))

    def record_list(self):
        return got(self.stranger.get("/records/"))

    def mine_20(self):
        return got(self.member.get("/mine/20/"))

    def mine_50(self):
        return got(self.member.get("/mine/50/"))

    def form(self):
        return got(self.member.get("/note/"))

    def post(self):
        response = self.member.post("/note/", self.sent)
        assert response.status_code == 302
        return response

    def find_ordinary(self):
        return self.find(next(self.ordinary))

    def find_common(self):
        return self.find(next(self.common))

    def find(self, words: str):
        from django.db import connection

        from bare.views import FOUND

        with connection.cursor() as cursor:
            cursor.execute(FOUND, [" AND ".join(f'"{word}"' for word in words.split())])
            return cursor.fetchall()

    def page_ordinary(self):
        return got(self.stranger.get("/search/", {"q": next(self.ordinary)}))

    def page_common(self):
        return got(self.stranger.get("/search/", {"q": next(self.common)}))

    def import_506(self):
        return self.bring_in(506)

    def import_15000(self):
        return self.bring_in(15_000)

    def bring_in(self, count: int):
        """The same file with json and one bulk_create into one table."""
        entries = json.loads(self.file("list", count).read_text(encoding="utf-8"))
        return self.written(
            (entry["description"], entry["date"].replace("/", "-"), entry["locations"][0]) for entry in entries
        )

    def import_stoppages(self):
        """The same file with csv and one bulk_create into one table."""
        with self.file("stoppages", 14_317).open(newline="", encoding="utf-8") as file:
            return self.written(
                (row["Employer"], row["Start Date"], row["City, State"]) for row in csv.DictReader(file)
            )

    def import_chronicle(self, count: int):
        """The same file with json and one bulk_create into one table."""
        whole = json.loads(self.file("chronicle", count).read_text(encoding="utf-8"))
        records = (entry["record"] for entry in whole["struggles"])
        return self.written((one["account"], one["started_on"], one["places"][0]["town"]) for one in records)

    def written(self, rows):
        from bare.models import Record

        Record.objects.all()._raw_delete("default")
        return Record.objects.bulk_create(
            Record(title=text[:60], text=text, day=day, place=place) for text, day, place in rows
        )

    def file(self, kind: str, count: int) -> Path:
        files = self.__dict__.setdefault("files", {})
        if (kind, count) not in files:
            files[kind, count] = made_up.FILES[kind](count, self.folder)
        return files[kind, count]


def got(response):
    assert response.status_code == 200, (response.status_code, response.content[:600])
    return response
