"""Somebody of the world in front of a browser, in the states that a form may meet, and how they go on from there."""

from contextlib import contextmanager

from django.test import Client
from django.urls import resolve

from conftest import PASSPHRASE, browser_of, lock
from rooted.base import seal, throttle
from rooted.people.models import Session
from tests.faults.pages import forms_of, send
from tests.faults.typed import NEVER_BACK, TypedForm
from tests.walk import tables
from tests.walk.routes import Route, routes
from tests.walk.world import World, address

ROUTES: dict[str, Route] = {route.name: route for route in routes()}
NAMES = {"member": "ana", "locked": "ana", "signed_in": "dina", "second": "bo"}
STEPS = 4  # a door, the page that sends again, the passphrase once more, and one to spare


class Unhurried(Client):
    """Nobody waits here for having failed before (the tests of throttling are in base)."""

    def request(self, **about):
        throttle.forget_everything()
        return super().request(**about)


def browser(world: World, role: str, **options) -> Client:
    """A new browser of this role; an answer of 500 is given back, not raised."""
    options = {"raise_request_exception": False, **options}
    if role == "stranger":
        return Unhurried(**options)
    person = world.people["member" if role == "locked" else role]
    client = Unhurried(**options)
    client.cookies = browser_of(person.keyring).cookies
    if role == "locked":
        lock(client)
    return client


def path_of(world: World, form: TypedForm) -> str:
    return address(world, ROUTES[form.route])


def end_session(client: Client) -> None:
    """The row is gone: signed out elsewhere, or removed."""
    Session.objects.filter(session_key=client.session.session_key).delete()


def let_session_run_out(client: Client) -> None:
    """12 hours have passed."""
    session = client.session
    session["until"] = 0
    session.save()


@contextmanager
def nobody_gets_a_place():
    """As many passphrases are being checked as the server takes: the next one is told to wait (seal.Busy)."""
    taken = [True for _ in range(8) if seal._admitted.acquire(blocking=False)]
    try:
        yield
    finally:
        for _one in taken:
            seal._admitted.release()


@contextmanager
def everybody_failed_often(monkeypatch):
    """Every visitor has failures and as many wait already as may (throttle.Busy)."""
    monkeypatch.setattr(throttle, "_delays", lambda *_about: [8.0, 8.0])
    taken = [True for _ in range(throttle.SLEEPERS) if throttle._sleepers.acquire(blocking=False)]
    try:
        yield
    finally:
        for _one in taken:
            throttle._sleepers.release()
        monkeypatch.undo()


def stored() -> dict[str, str]:
    """What the server holds, sessions excepted: locking and signing in change those, and nothing typed is in them."""
    return {table: value for table, value in tables.fingerprint().items() if table != "people_session"}


def missing(response, values: dict[str, str]) -> set[tuple[str, str]]:
    """What was typed and is in no field of the page, the secrets left out that never come back."""
    held = {pair for form in forms_of(response) for pair in form.carried}
    return {(name, value) for name, value in values.items() if name not in NEVER_BACK} - held


def go_on(world: World, client: Client, form: TypedForm, response, before: dict[str, str]):
    """Press the buttons a person would, giving name and passphrase where a page asks; True once the form is done."""
    values = form.typed(world)
    for _step in range(STEPS):
        if form.done(form, response, tables.changed(before, stored())):
            return True
        if response.status_code == 302:
            response = client.get(response.url)
            continue
        page = next(iter(forms_in_main(response, form)), None)
        if page is None:
            return False
        response = send(client, page.action, page.filled(answers(page, form, values)))
    return form.done(form, response, tables.changed(before, stored()))


def forms_in_main(response, form: TypedForm):
    """The form to go on with: a door, or the one that leads where the form leads; not the buttons beside it."""
    wanted = {form.route, "people:sign-in", "people:unlock", "intake:letter-note"}
    if form.route in ("intake:letter-save", "intake:answer-file"):
        wanted.add("intake:receipt")  # once its two words were right; where its words are asked again
    return [page for page in forms_of(response) if _name(page.action) in wanted]


def _name(path: str) -> str:
    return resolve(path.split("?", maxsplit=1)[0]).view_name


def answers(page, form: TypedForm, values: dict[str, str]) -> dict[str, str]:
    """What a person types into the fields that are empty because passphrases never come back."""
    if _name(page.action) in ("people:sign-in", "people:unlock") and form.route != _name(page.action):
        name = {"name": NAMES.get(form.who, "ana")} if "name" in page.lines else {}
        return {**name, "passphrase": PASSPHRASE}
    name = {"name": "ana"} if "name" in page.lines and form.route == "people:unlock" else {}
    return {**name, **{secret: values[secret] for secret in page.secret if secret in values}}
