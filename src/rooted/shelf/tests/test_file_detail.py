"""shelf:file-detail, one file."""

from rooted.base.fields import random_id
from rooted.shelf.tests import make


def test_it_says_what_it_is_and_how_to_fetch_it(ana, bo):
    made = make.on_shelf(ana, "The rota <of> May")
    html = bo.client.get(make.at("file-detail", bo, made.pk)).content.decode()
    assert "The rota &lt;of&gt; May" in html
    assert make.at("file-download", bo, made.pk) in html
    assert "Delete it there when you no longer need it." in html


def test_others_get_the_answer_they_get_for_what_is_not_there(ana, cem):
    made = make.on_shelf(ana)
    own = make.at("file-detail", cem, made.pk)
    none = make.at("file-detail", cem, random_id())
    assert [cem.client.get(path).status_code for path in (own, none)] == [404, 404]
