"""Whatever stands in the way of a form, what was typed comes back in the page, and the server keeps none of it.

Every form of the product (tests/faults/forms.py) meets: a locked session, one that was ended, one that ran out, a page
without its token, too many at once (twice), and a mistake in it. Then a person goes on, and the form is done.
"""

import pytest
from django.urls import resolve

from conftest import PASSPHRASE
from tests.faults.browsers import (
    ROUTES,
    browser,
    end_session,
    everybody_failed_often,
    go_on,
    let_session_run_out,
    missing,
    nobody_gets_a_place,
    path_of,
    stored,
)
from tests.faults.forms import BUTTONS, FORMS, READ_ONLY, unknown
from tests.faults.pages import forms_of, send
from tests.faults.typed import NEVER_BACK, NEW, TypedForm
from tests.walk.report import none_wrong
from tests.walk.world import ROLES, address

pytestmark = [pytest.mark.django_db, pytest.mark.long]
every_form = pytest.mark.parametrize("form", FORMS, ids=str)
behind_a_door = pytest.mark.parametrize(
    "form", [f for f in FORMS if not getattr(ROUTES[f.route].callback, "open_to_strangers", False)], ids=str
)
when_open = pytest.mark.parametrize("form", [f for f in FORMS if f.who == "member"], ids=str)
slow = pytest.mark.parametrize("form", [f for f in FORMS if f.slow], ids=str)


@pytest.fixture(autouse=True)
def _as_the_form_needs(request, settings):
    form = getattr(request.node, "callspec", None)
    for name, value in (form.params["form"].settings if form and "form" in form.params else {}).items():
        setattr(settings, name, value)


def nothing_lost(form: TypedForm, response, values, before) -> None:
    text = response.content.decode()
    assert response.status_code < 500
    assert missing(response, {name: value for name, value in values.items() if name not in form.beside}) == set()
    assert [secret for secret in (PASSPHRASE, NEW) if secret in text] == []
    assert stored() == before


def met(world, client, form, before):
    """Send the form; everything comes back and nothing is stored, or it went through."""
    values = form.typed(world)
    response = send(client, path_of(world, form), list(values.items()))
    nothing_lost(form, response, values, before)
    return response


@every_form
def test_without_a_fault_it_goes_through(world, form):
    client, before = browser(world, form.who), stored()
    response = send(client, path_of(world, form), list(form.typed(world).items()))
    assert go_on(world, client, form, response, before)


@when_open
def test_locked_it_comes_back_and_after_the_passphrase_it_is_sent(world, form):
    client, before = browser(world, "locked"), stored()
    assert go_on(world, client, form, met(world, client, form, before), before)


@behind_a_door
@pytest.mark.parametrize("end", [end_session, let_session_run_out])
def test_after_the_session_has_ended_it_comes_back_and_after_signing_in_it_is_sent(world, form, end):
    client, before = browser(world, form.who), stored()
    end(client)
    assert go_on(world, client, form, met(world, client, form, before), before)


@every_form
def test_without_its_token_it_comes_back_and_one_tap_sends_it(world, form):
    client, before = browser(world, form.who, enforce_csrf_checks=True), stored()
    response = met(world, client, form, before)
    assert response.status_code == 403
    assert go_on(world, client, form, response, before)


@slow
def test_at_a_crowd_it_comes_back_and_a_moment_later_it_is_sent(world, form):
    client, before = browser(world, form.who), stored()
    with nobody_gets_a_place():
        response = met(world, client, form, before)
    assert go_on(world, client, form, response, before)


@slow
def test_when_too_many_wait_already_it_comes_back_or_goes_through(world, form, monkeypatch):
    client, before = browser(world, form.who), stored()
    values = form.typed(world)
    with everybody_failed_often(monkeypatch):
        response = send(client, path_of(world, form), list(values.items()))
        if stored() == before:
            nothing_lost(form, response, values, before)
    assert go_on(world, client, form, response, before)


@every_form
def test_with_a_mistake_it_comes_back_with_a_sentence(world, form):
    client, before = browser(world, form.who), stored()
    values = form.mistyped(world)
    response = send(client, path_of(world, form), list(values.items()))
    nothing_lost(form, response, values, before)
    assert b'class="errors"' in response.content


def test_every_route_is_in_one_of_the_lists():
    none_wrong(unknown(set(ROUTES)))


def test_a_planted_route_is_named_with_what_to_do():
    assert unknown({*ROUTES, "intake:letter-sing"}) == [
        "intake:letter-sing is in no list of tests/walk/parts/: add a TypedForm with what people type, or put it "
        "into BUTTONS or READ_ONLY."
    ]


def test_no_page_has_a_field_to_write_in_that_leads_to_a_button(world):
    found = []
    for role in ROLES:
        client = browser(world, "member" if role in ("second", "other", "removed") else role)
        for route in ROUTES.values():
            for form in forms_of(client.get(address(world, route))):
                lines = form.lines - {"csrfmiddlewaretoken"}
                if lines and _route_of(form.action) in BUTTONS | READ_ONLY:
                    found.append(f"{route.name} has a form to {form.action} with {lines}: add it to FORMS.")
    none_wrong(found)


def _route_of(path):
    return resolve(path.split("?")[0]).view_name


def test_every_field_for_a_passphrase_is_listed_as_never_given_back(world):
    found = set()
    for role in ("stranger", "member", "locked"):
        client = browser(world, role)
        for route in ROUTES.values():
            for form in forms_of(client.get(address(world, route))):
                found |= form.secret
    assert found == NEVER_BACK
