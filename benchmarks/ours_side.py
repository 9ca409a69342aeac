"""Our side: a real server's folder with a group of two, its letters and a chronicle; each method is one page or act."""

import base64
import os
import re
import sys
from dataclasses import replace
from datetime import timedelta
from itertools import cycle
from pathlib import Path
from secrets import token_bytes
from types import SimpleNamespace

import made_up
from made_votes import fill_results

SOURCE = Path(__file__).resolve().parents[1]
FEW_DETAILS = 20_000  # a chronicle of more records gets no codings, employers and sources, which no list reads
PASSPHRASE = "salt herring on the third morning"
LETTER = {
    "brings": "trouble",
    "text": "They keep my deposit, all of it.",
    "date": "Friday",
    "way": "words",
    "reach": "",
}


class Side:
    """What `side.py` asks of each side."""

    def __init__(self, folder: str) -> None:
        settings = {"ROOTED_DATA": folder, "ROOTED_LETTER_SECONDS": "0"}  # letters are not waited for
        os.environ |= settings | {"DJANGO_SETTINGS_MODULE": "rooted.config.settings"}
        sys.path.insert(0, str(SOURCE / "src"))
        import django

        django.setup()
        self.folder = folder

    def fill(self, *, records: int = 506, letters: int = 50, votes: int = 0) -> None:
        from django.test import Client

        from rooted.operate import preparing

        preparing.prepare(print_nothing)
        self.stranger = Client(enforce_csrf_checks=True)
        self.found(votes)
        self.threads = cycle([self.drop() for _ in range(letters)])
        self.fill_chronicle(records)
        self.ordinary, self.common = (cycle(made_up.queries(common=common)) for common in (False, True))

    def found(self, votes: int) -> None:
        from django.conf import settings
        from django.test import Client
        from django.utils import timezone

        from rooted.groups.access import open_seat
        from rooted.groups.actions import found_group
        from rooted.people import sessions
        from rooted.people.actions import sign_up

        keyring = sign_up(name="ana", passphrase=PASSPHRASE)
        public = {"name": "Docks", "area": "Harbour", "languages": "en", "kind": "local", "about": "We meet."}
        self.seat = found_group(keyring, called="Ana", today=timezone.now().date(), address="docks", **public)
        crowd = found_group(keyring, called="Ana", today=timezone.now().date(), address="crowd", **public)
        fill_seats(open_seat(keyring, crowd.group), 149)
        if votes:
            hall = found_group(keyring, called="Ana", today=timezone.now().date(), address="hall", **public)
            fill_seats(open_seat(keyring, hall.group), votes - 1)
            self.results = fill_results(open_seat(keyring, hall.group), votes)
        request = SimpleNamespace(session=sessions.SessionStore())
        sessions.open_for(request, keyring)
        request.session.save()
        self.member = Client(enforce_csrf_checks=True)
        self.member.cookies[settings.SESSION_COOKIE_NAME] = request.session.session_key
        self.member.cookies[sessions.HALF_COOKIE] = base64.urlsafe_b64encode(request.new_half).decode()

    def result_majority(self):
        return got(self.member.get(self.results["majority"]))

    def result_ranked(self):
        return got(self.member.get(self.results["ranked-one"]))

    def result_several(self):
        return got(self.member.get(self.results["ranked-several"]))

    def drop(self) -> SimpleNamespace:
        """One letter; `length` is what a form of its page would say it has seen."""
        from django.utils import timezone

        from rooted.base.converters import KeyConverter
        from rooted.intake.actions import drop_letter
        from rooted.intake.receipts import ReceiptKeys

        keys = ReceiptKeys(token_bytes(16), token_bytes(32))
        thread = drop_letter(self.seat.group, keys=keys, letter=LETTER, language="en", now=timezone.now())
        return SimpleNamespace(path=f"/g/docks/letters/{KeyConverter().to_url(thread.pk)}/", length=1)

    def fill_chronicle(self, count: int) -> None:
        from django.db import connection
        from django.db.models import Func, UUIDField, Value
        from django.db.models.functions import Lower

        from rooted.mappings.making import Maker
        from rooted.mappings.shipped import CAT_JSON
        from rooted.struggles.actions import make_findable
        from rooted.struggles.models import Struggle
        from rooted.struggles.storing import Origin, store_records

        day, maker = self.seat.group.founded_month + timedelta(days=1), Maker(CAT_JSON)
        read = [maker.make(entry, str(entry["id"])).record for entry in made_up.entries(count)]
        if count > FEW_DETAILS:
            read = [replace(record, codings=(), employers=(), sources=(), places=()) for record in read]
        for start in range(0, count, 1_000):
            store_records(read[start : start + 1_000], Origin(self.seat.group, day, seat=1))
        some_id = Lower(Func(Func(Value(16), function="randomblob"), function="hex"))
        if connection.vendor == "postgresql":
            some_id = Func(function="gen_random_uuid", output_field=UUIDField())
        cleared = {"cleared_seat": 2, "cleared_on": day, "publish_on": day, "published_on": day}
        Struggle.objects.update(public_id=some_id, byline="Docks", **cleared)  # one statement for 100,000
        make_findable(Struggle.objects.public())
        self.record_path = Struggle.objects.order_by("pk").first().get_absolute_url()

    def front(self):
        return got(self.stranger.get("/"))

    def group(self):
        return got(self.stranger.get("/g/docks/"))

    def record(self):
        return got(self.stranger.get(self.record_path))

    def record_list(self):
        return got(self.stranger.get("/struggles/"))

    def record_list_far(self):
        return got(self.stranger.get("/struggles/?page=100"))

    def letter_page(self):
        return got(self.stranger.get("/g/docks/letter/"))

    def letter_list(self):
        return got(self.member.get("/g/docks/letters/"))

    def letter_detail(self):
        return got(self.member.get(next(self.threads).path))

    def board(self):
        return got(self.member.get("/g/docks/board/"))

    def seat_list(self):
        return got(self.member.get("/g/docks/members/"))

    def board_150(self):
        return got(self.member.get("/g/crowd/board/"))

    def seat_list_150(self):
        return got(self.member.get("/g/crowd/members/"))

    def circle_make_150(self):
        return got(self.member.get("/g/crowd/circles/new/"))

    def answer(self):
        thread = next(self.threads)
        sent = {
            "text": "Come on Thursday at six.",
            "seen": thread.length,
            **self.token(self.member, "/g/docks/letters/"),
        }
        thread.length += 1
        return went(self.member.post(f"{thread.path}answer/", sent))

    def note(self):
        sent = {"text": "I know that landlord.", **self.token(self.member, "/g/docks/letters/")}
        return went(self.member.post(f"{next(self.threads).path}note/", sent))

    def letter_with_key(self):
        return self.letter()

    def letter(self):
        """Sent by a stranger; answers with the receipt's words in the page."""
        from rooted.base import seal, throttle
        from rooted.intake.receipts import new_token

        throttle.forget_everything()
        full, seal.RECEIPT_KIB = seal.RECEIPT_KIB, 64
        sent = {**LETTER, "token": new_token(), "language": "en", **self.token(self.stranger, "/g/docks/letter/")}
        response = got(self.stranger.post("/g/docks/letter/", sent))
        seal.RECEIPT_KIB = full
        return response

    def receipt_key(self):
        """What a letter costs beside that: one Argon2id of 19 MiB."""
        from rooted.intake.receipts import keys_of

        return keys_of("lantern gravel otter seven salt")

    def sign_in_key(self):
        """What signing in costs beside the page: one Argon2id of 64 MiB."""
        from rooted.base import seal

        return seal.slow_key(PASSPHRASE, b"0123456789abcdef")

    def token(self, client, path: str) -> dict:
        """The form's token, fetched once: the page it stands in is measured by itself."""
        if not hasattr(client, "form_token"):
            page = client.get(path).content.decode()
            client.form_token = re.search('csrfmiddlewaretoken" value="([^"]+)"', page)[1]
        return {"csrfmiddlewaretoken": client.form_token}

    def find_ordinary(self):
        return self.find(next(self.ordinary))

    def find_common(self):
        return self.find(next(self.common))

    def find(self, words: str):
        from rooted.base import search

        return search.matching("struggle", words, limit=20)

    def page_ordinary(self):
        return got(self.stranger.get("/struggles/", {"q": next(self.ordinary)}))

    def page_common(self):
        return got(self.stranger.get("/struggles/", {"q": next(self.common)}))

    def import_506(self):
        return self.bring_in("list", 506)

    def import_15000(self):
        return self.bring_in("list", 15_000)

    def import_stoppages(self):
        return self.bring_in("stoppages", 14_317)

    def import_chronicle(self, count: int):
        return self.bring_in("chronicle", count)

    def bring_in(self, kind: str, count: int):
        """A whole import into an empty chronicle: looked through, kept, read through its mapping."""
        from rooted.imports import importing
        from rooted.imports.actions import packed, start_import, take_file
        from rooted.imports.models import FilePart, ImportFile, ImportNote
        from rooted.struggles.models import (
            Action,
            Coding,
            Employer,
            ImportBatch,
            Location,
            Organisation,
            Point,
            Source,
            Struggle,
        )

        parts = (Action, Coding, Employer, ImportNote, Location, Organisation, Point, Source, FilePart, ImportFile)
        for model in (*parts, Struggle, ImportBatch):
            model.objects.all()._raw_delete("default")
        importing.PAUSE = 0
        path = self.file(kind, count)
        with path.open("rb") as file:
            taken = packed(iter(lambda: file.read(256 * 1024), b""))
        batch = start_import(take_file(taken, name=path.name, group=self.seat.group), at_once=False)
        importing.run(batch)
        assert batch.rows_added == Struggle.objects.count() == count
        return batch

    def file(self, kind: str, count: int) -> Path:
        files = self.__dict__.setdefault("files", {})
        if (kind, count) not in files:
            files[kind, count] = made_up.FILES[kind](count, self.folder)
        return files[kind, count]


def print_nothing(*_words: str) -> None:
    """Nobody reads along."""


def got(response):
    assert response.status_code == 200, (response.status_code, response.content[:600])
    return response


def went(response):
    assert response.status_code == 302, (response.status_code, response.content[:600])
    return response


def fill_seats(seat, count: int) -> None:
    """So many more seats, as if people had come in by invitation."""
    from rooted.circles.actions import admit, new_holder
    from rooted.groups.models import Seat
    from rooted.groups.sealed import SEAT

    for number in range(count):
        holder, _secret = new_holder()
        admit(seat.keys, holder)
        content = {"name": f"Member {number}", "holds_recovery": False}
        Seat.objects.create(group=seat.group, holder=holder, name_item=seat.keys.seal(SEAT, content))
