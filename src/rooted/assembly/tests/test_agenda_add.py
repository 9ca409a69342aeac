"""assembly:agenda-add"""

from rooted.assembly.tests.make import assembly, at, page, post


def test_any_member_puts_a_point_at_the_end(ana, bo):
    made = assembly(ana)
    post(ana, "agenda-add", made.pk, title="Breaks", text="")
    post(bo, "agenda-add", made.pk, title="Pay", text="Since October.")
    shown = page(ana, "assembly-detail", made.pk)
    assert shown.index("Breaks") < shown.index("Pay") < shown.index("Since October.")
    assert "From <bdi>Bo</bdi>." in shown


def test_what_was_typed_comes_back(ana):
    shown = post(ana, "agenda-add", assembly(ana).pk, title="x" * 121, text="Why it matters").content.decode()
    assert ("Make this shorter." in shown, "Why it matters" in shown) == (True, True)


def test_looking_at_the_address_leads_to_the_agenda(ana):
    made = assembly(ana)
    answer = ana.client.get(at("agenda-add", ana, made.pk))
    assert answer.url == at("assembly-detail", ana, made.pk) + "#agenda"


def test_two_taps_put_one_point_there(ana):
    made = assembly(ana)
    for _tap in range(2):
        post(ana, "agenda-add", made.pk, title="Breaks", text="")
    assert made.points.count() == 1
