"""assembly:speaker-call"""

from rooted.assembly.tests.make import fresh, page, post, sitting, speaker


def test_the_last_who_got_the_word_speaks(ana):
    one = sitting(ana)
    first, second = speaker(ana, one, "Petra"), speaker(ana, one, "Abdi")
    for row in (first, second):
        post(ana, "speaker-call", row.pk)
    assert ([fresh(row).turn for row in (first, second)], fresh(one).turns) == ([1, 2], 2)
    assert "<bdi>Abdi</bdi> speaks." in page(ana, "sitting-detail", one.pk)


def test_two_phones_at_once_give_one_turn(ana, bo):
    one = sitting(ana)
    asked = speaker(ana, one)
    for member in (ana, bo):
        post(member, "speaker-call", asked.pk)
    assert (fresh(asked).turn, fresh(one).turns) == (1, 1)


def test_who_has_not_spoken_yet_comes_first(ana):
    one = sitting(ana)
    post(ana, "speaker-call", speaker(ana, one, "Petra").pk)
    for name in ("petra", "Abdi"):
        speaker(ana, one, name)
    shown = page(ana, "sitting-detail", one.pk)
    assert shown.index(">Abdi<") < shown.index(">petra<")
