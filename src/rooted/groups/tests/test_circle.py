"""One small circle: who is inside."""

from rooted.groups.tests.make import at, circle, member


def test_who_is_inside_sees_who_else_is(ana, bo):
    member(ana, "dina")
    small = circle(ana, bo)
    page = bo.client.get(at("groups:circle", bo, small.pk)).content.decode()
    assert [f"<bdi>{name}</bdi>" in page for name in ("Ana", "Bo", "Dina")] == [True, True, False]


def test_for_everyone_else_it_is_absent(ana, bo, cem):
    third = member(ana, "dina")
    small = circle(ana, bo)
    pages = ("circle", "circle-rename", "circle-admit", "circle-leave")
    for who in (third, cem):
        for name in pages:
            assert who.client.get(at(f"groups:{name}", who, small.pk)).status_code == 404
            assert who.client.post(at(f"groups:{name}", who, small.pk)).status_code == 404
    assert ana.client.get(at("groups:circle", cem, small.pk)).status_code == 404
