"""Who may open what: every route × method × role against access.csv; no GET writes, no POST without token writes."""

import os

import pytest
from django.urls import reverse

from tests.walk import access, tables
from tests.walk.report import none_wrong
from tests.walk.routes import routes
from tests.walk.world import INSIDERS, World

pytestmark = pytest.mark.django_db


def test_every_answer_is_in_the_access_table(asked):
    found = access.found_table(asked, access.kept_table())
    if os.environ.get("ROOTED_WRITE_ACCESS_TABLE"):
        access.write_table(found)
    none_wrong(access.differences(found, access.kept_table()))


def broken(answers):
    return [f"{' '.join(key)} answers {answer.status}." for key, answer in answers.items() if answer.status >= 500]


def test_nothing_breaks(asked):
    none_wrong(broken(asked.answers) + broken(asked.bare_posts))


@pytest.mark.long
def test_nothing_breaks_further_on(further):
    none_wrong(broken(further.absent) + broken(further.foreign) + broken(further.arabic))


def denied(walk):
    return [key for key, answer in walk.answers.items() if answer.status in access.DENIED]


@pytest.mark.long
def test_what_is_absent_and_what_is_forbidden_look_the_same(further):
    """For everybody who is not in the group; what a stranger may open is no secret."""
    found = []
    closed = {route.name: route for route in routes() if not getattr(route.callback, "open_to_strangers", False)}
    for name, method, role in denied(further):
        if name in closed and role not in INSIDERS:
            forbidden = further.answers[name, method, role]
            for value in closed[name].values:
                absent = further.absent[name, method, role, value]
                if access.comparable(absent) != access.comparable(forbidden):
                    found.append(f"{method} {name} as {role}: another page if <{value}> exists than if not.")
    none_wrong(found)


# Entries of the list of groups that help belong to the whole server: any member asks one, or hides one for all.
# So do the words of points: any member merges and parts them.
OF_THE_WHOLE_SERVER = {
    "reports:term-part",
    "support:directory-hide",
    "support:directory-show",
    "support:pairing-ask",
}


@pytest.mark.long
def test_a_foreign_object_looks_absent_to_a_member(further):
    found = []
    for (name, method), answer in further.foreign.items():
        if name in OF_THE_WHOLE_SERVER:
            continue
        absent = further.absent[name, method, "member", "pk"]
        if answer.status not in {404, absent.status} or answer.changed:
            found.append(f"{method} {name}: {answer.status} for the other group's object, {absent.status} for none.")
    none_wrong(found)


def gets_that_write(answers):
    return [
        f"GET {name} as {role} changed {', '.join(answer.changed)}: what writes is a POST."
        for (name, method, role), answer in answers.items()
        if method == "GET" and answer.changed
    ]


def test_no_get_writes_anything(asked):
    none_wrong(gets_that_write(asked.answers))


def done_without_token(bare_posts):
    return [
        f"POST {name} as {role} without the form's token: {answer.status}, changed {answer.changed or 'nothing'}."
        for (name, role), answer in bare_posts.items()
        if answer.changed or answer.status != 403
    ]


def test_no_post_without_its_token_does_anything(asked):
    none_wrong(done_without_token(asked.bare_posts))


def refused_but_changed(walk):
    return [
        f"{method} {name} as {role} was refused with {walk.answers[name, method, role].status}, but changed tables."
        for name, method, role in denied(walk)
        if walk.answers[name, method, role].changed
    ]


def test_who_is_shut_out_changes_nothing(asked):
    none_wrong(refused_but_changed(asked))


def readers(answers, word):
    return {role for (_name, _method, role), answer in answers.items() if word.encode() in answer.body}


def test_what_is_sealed_is_read_by_members_alone(asked):
    assert readers(asked.answers, asked.world.sealed["letter"]) == INSIDERS & asked.roles


def test_some_posts_do_write(asked):
    """Else the tests above would pass on a product that does nothing."""
    writing = {name for (name, method, _role), answer in asked.answers.items() if method == "POST" and answer.changed}
    assert len(writing) > 5


def test_a_planted_write_is_seen(docks):
    before = tables.fingerprint()
    docks.area = "Elsewhere"
    docks.save()
    assert tables.changed(before, tables.fingerprint()) == ["groups_group"]


@pytest.fixture
def planted(docks, settings):
    """A stranger at views (tests/walk/planted.py) that write, take no heed of tokens, tell and break."""
    settings.ROOT_URLCONF = "tests.walk.planted"
    world = World(cookies={"stranger": ""})
    return lambda path, method, **how: access.ask(world, "stranger", method, path, **how)


def test_planted_views_that_write_are_seen(planted):
    got = {("x", "GET", "stranger"): planted("/writes/", "GET")}
    refused = access.Walk(None, answers={("x", "POST", "stranger"): planted("/refuses-and-writes/", "POST")})
    bare = {("x", "stranger"): planted("/writes/", "POST", token=False)}
    assert gets_that_write(got) == ["GET x as stranger changed groups_group: what writes is a POST."]
    assert len(refused_but_changed(refused)) == 1
    assert done_without_token(bare) == ["POST x as stranger without the form's token: 200, changed ('groups_group',)."]


def test_planted_views_that_tell_and_break_are_seen(planted):
    answers = {
        ("x", "GET", "stranger"): planted("/tells/", "GET"),
        ("y", "GET", "stranger"): planted("/breaks/", "GET"),
    }
    assert readers(answers, "the letter") == {"stranger"}
    assert broken(answers) == ["y GET stranger answers 500."]


def test_a_planted_route_and_a_missing_cell_are_seen():
    found = {("intake:new", "GET"): ["200"] * 7, ("intake:letter", "GET"): ["200"] * 7}
    kept = {("intake:letter", "GET"): ["200"] * 6, ("intake:old", "GET"): ["200"] * 7}
    assert [line.split(" ")[0] for line in access.differences(found, kept)] == [
        "intake:letter",
        "intake:new",
        "intake:old",
    ]


def page(words, token="a", path="/x/"):
    body = f'<p>{words}</p><input name="csrfmiddlewaretoken" value="{token}"><input name="next" value="{path}">'
    return access.Answer(404, body.encode(), {}, path=path)


def test_a_planted_difference_between_forbidden_and_absent_is_seen():
    assert access.comparable(page("Not here")) == access.comparable(page("Not here", token="b", path="/y/"))
    assert access.comparable(page("Not here")) != access.comparable(page("Not yours"))


def test_every_view_open_to_strangers_is_listed_in_the_table():
    open_views = {route.name for route in routes() if getattr(route.callback, "open_to_strangers", False)}
    kept = access.kept_table()
    listed = {name for (name, method), cells in kept.items() if method == "GET" and cells[0] not in {"403", "404"}}
    assert listed - open_views == set()
    assert reverse("home:front") == "/"
