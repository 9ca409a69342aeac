"""pretalx beside us, run by the Python it is installed for: an event of 50 sessions, each method is one page of it.

    python -m venv /tmp/pretalx-venv && /tmp/pretalx-venv/bin/pip install pretalx

Its settings but two: files are not looked up among collected ones, and its scripts are not built; pages are complete.
"""

import os
import sys
from datetime import timedelta

SESSIONS, ROOMS = 50, 2


class Side:
    """What `side.py` asks of each side."""

    def __init__(self, folder: str) -> None:
        os.environ |= {"PRETALX_DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "pretalx.settings"}
        os.environ |= {f"PRETALX_FILESYSTEM_{name.upper()}": f"{folder}/{name}" for name in ("logs", "media", "static")}
        os.environ |= {"PRETALX_DB_NAME": f"{folder}/db.sqlite3"}
        self.quietly(self.start)

    def quietly(self, act) -> None:
        """What pretalx says on starting must not stand between our answers."""
        out, sys.stdout = sys.stdout, sys.stderr
        act()
        sys.stdout = out

    def start(self) -> None:
        import django
        from django.conf import settings

        settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
        settings.VITE_IGNORE = True
        django.setup()

    def fill(self, **_other: int) -> None:
        self.quietly(self.fill_event)

    def fill_event(self) -> None:
        from django.core.management import call_command
        from django.test import Client
        from django.utils.timezone import now
        from django_scopes import scope, scopes_disabled
        from pretalx.event.models import Event, Organiser
        from pretalx.schedule.models import Room

        call_command("migrate", verbosity=0, interactive=False)
        today = now().replace(hour=8, minute=0, second=0, microsecond=0)
        with scopes_disabled():
            organiser = Organiser.objects.create(name="Docks", slug="docks")
            days = {"date_from": today.date(), "date_to": today.date() + timedelta(days=2)}
            event = Event.objects.create(
                name="Docks", slug="docks", organiser=organiser, is_public=True, email="docks@example.org",
                locale="en", locale_array="en", timezone="UTC", **days,
            )  # fmt: skip
        with scope(event=event):
            event.build_initial_data()
            rooms = [Room.objects.create(event=event, name=f"Room {number}") for number in range(ROOMS)]
            for number in range(SESSIONS):
                self.session(event, number, today + timedelta(days=number // 20, minutes=30 * (number % 20)), rooms)
            event.release_schedule("1")
        self.stranger = Client(headers={"accept": "text/html"}, SERVER_NAME="localhost")

    def session(self, event, number: int, start, rooms: list) -> None:
        from pretalx.person.models import SpeakerProfile, User
        from pretalx.submission.models import Submission

        speaker = User.objects.create_user(name=f"Speaker {number}", email=f"{number}@example.org")
        SpeakerProfile.objects.create(user=speaker, event=event, biography="Works at the docks.")
        one = Submission.objects.create(
            event=event, title=f"Night cleaners stop work {number}", submission_type=event.cfp.default_type,
            abstract="Eighty sat down in the canteen.", content_locale="en",
        )  # fmt: skip
        one.speakers.add(speaker)
        one.accept()
        one.confirm()
        slot = one.slots.first()
        slot.start, slot.end, slot.room = start, start + timedelta(minutes=30), rooms[number % ROOMS]
        slot.save()

    def landing(self):
        return got(self.stranger.get("/docks/"))

    def schedule(self):
        return got(self.stranger.get("/docks/schedule/nojs"))

    def speakers(self):
        return got(self.stranger.get("/docks/speaker/"))

    def talk(self):
        if not hasattr(self, "path"):
            from django_scopes import scopes_disabled
            from pretalx.submission.models import Submission

            with scopes_disabled():
                self.path = f"/docks/talk/{Submission.objects.order_by('pk').first().code}/"
        return got(self.stranger.get(self.path))


def got(response):
    assert response.status_code == 200, (response.status_code, response.get("Location"), response.content[:600])
    return response
