"""Two who both said yes write to each other; nobody else reads it."""

from django.urls import reverse

from rooted.intake.actions import erase_thread
from rooted.intake.receipts import new_token
from rooted.support.introductions import asked
from rooted.support.models import IntroductionMessage
from rooted.support.tests import make


def write(client, who, introduction, text="Tuesday at the gate?", token=None):
    fields = {"receipt": who.receipt, "introduction": introduction.pk, "text": text, "token": token or new_token()}
    return client.post(reverse("support:introduction-write"), fields).content.decode()


def met(ana):
    one, other = make.starter(make.hosting(ana)), make.starter(ana)
    introduction = make.introduced(ana, one, other)
    for who in (one, other):
        make.says(who, introduction)
    return one, other, introduction


def talk(who):
    (seen,) = asked(who.opened, who.wish)
    return [(said["text"], said["mine"]) for said in seen.talk]


def test_both_read_what_each_wrote(ana, stranger):
    one, other, introduction = met(ana)
    write(stranger, one, introduction, "Tuesday?")
    write(stranger, other, introduction, "Yes, at six.")
    assert talk(one) == [("Tuesday?", True), ("Yes, at six.", False)]
    assert talk(other) == [("Tuesday?", False), ("Yes, at six.", True)]


def test_before_both_said_yes_nothing_is_sent(ana, stranger):
    one, other = make.starter(make.hosting(ana)), make.starter(ana)
    introduction = make.introduced(ana, one, other)
    make.says(one, introduction)
    write(stranger, one, introduction)
    assert IntroductionMessage.objects.count() == 0


def test_the_same_page_sent_twice_arrives_once(ana, stranger):
    one, _other, introduction = met(ana)
    token = new_token()
    for _ in range(2):
        write(stranger, one, introduction, token=token)
    assert IntroductionMessage.objects.count() == 1


def test_an_outsider_with_words_of_their_own_writes_nothing(ana, stranger):
    _one, _other, introduction = met(ana)
    write(stranger, make.starter(ana), introduction)
    assert IntroductionMessage.objects.count() == 0


def test_members_of_the_group_read_none_of_it(ana, stranger):
    one, _other, introduction = met(ana)
    write(stranger, one, introduction, "Between the two of us")
    pages = [("support:wish-detail", one.wish.pk), ("intake:letter-detail", one.wish.thread_id)]
    shown = [ana.client.get(make.at(name, ana, pk)).content.decode() for name, pk in pages]
    assert ["Between the two of us" in html for html in shown] == [False, False]


def test_hostile_text_is_shown_as_text(ana, stranger):
    one, other, introduction = met(ana)
    write(stranger, one, introduction, "<script>x</script>")
    assert "&lt;script&gt;x&lt;/script&gt;" in other.look(stranger)


def test_an_empty_text_is_refused(ana, stranger):
    one, _other, introduction = met(ana)
    assert "Write something here." in write(stranger, one, introduction, text="")


def test_when_the_other_erased_everything_what_was_typed_is_still_there(ana, stranger):
    one, other, introduction = met(ana)
    erase_thread(other.opened.thread)
    html = write(stranger, one, introduction, text="Kept <here>")
    assert "Kept &lt;here&gt;" in html
    assert "This is no longer open. Nothing was sent." in html
