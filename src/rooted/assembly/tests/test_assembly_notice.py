"""assembly:assembly-notice"""

from rooted.assembly.tests.make import assembly, page, point, sitting

NOTICE = "Everyone speaks."


def test_it_says_what_passers_by_may_read_and_no_name(ana):
    made = assembly(ana, notice=NOTICE, facilitator="Secret Noor", minute_taker="Secret Jo")
    sitting(ana, made, shift="Night shift")
    shown = page(ana, "assembly-notice", made.pk)
    assert [words in shown for words in (NOTICE, "Night shift", "Canteen", "Secret")] == [True, True, True, False]


def test_the_agenda_stands_on_it_only_if_wanted(ana):
    made = assembly(ana)
    point(ana, made, "Breaks in the cold store")
    shown = [page(ana, "assembly-notice", made.pk, query=query) for query in ("", "?agenda=yes")]
    assert ["Breaks in the cold store" in one for one in shown] == [False, True]


def test_its_code_leads_to_the_groups_own_page(ana):
    shown = page(ana, "assembly-notice", assembly(ana).pk)
    assert (f"testserver/g/{ana.group.address}" in shown, "<svg" in shown) == (True, True)
