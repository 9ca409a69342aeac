"""shelf:file-download, the file to be saved."""

from rooted.circles.models import FileChunk
from rooted.shelf.tests import make

PAGE = b"<script>alert(7)</script>"


def test_it_is_saved_and_never_shown_under_a_name_that_tells_nothing(ana):
    made = make.on_shelf(ana, "Strike plan", PAGE)
    response = ana.client.get(make.at("file-download", ana, made.pk))
    assert response.getvalue() == PAGE
    assert response["Content-Disposition"] == 'attachment; filename="file.txt"'
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "no-store"
    assert response["Content-Length"] == str(len(PAGE))


def test_it_is_not_packed_on_the_way(ana):
    made = make.on_shelf(ana, data=b"x" * 100_000)
    response = ana.client.get(make.at("file-download", ana, made.pk), headers={"Accept-Encoding": "gzip"})
    assert (len(response.getvalue()), response["Content-Length"]) == (100_000, "100000")
    assert "Content-Encoding" not in response


def test_a_damaged_file_is_said_and_not_handed_over(ana):
    made = make.on_shelf(ana)
    FileChunk.objects.update(ciphertext=bytes(65_553))
    html = ana.client.get(make.at("file-download", ana, made.pk)).content.decode()
    assert "This file cannot be opened." in html


def test_others_do_not_fetch_it(ana, cem, stranger, locked):
    path = make.at("file-download", ana, make.on_shelf(ana).pk)
    assert [client.get(path).status_code for client in (cem.client, stranger, locked)] == [404, 403, 403]
