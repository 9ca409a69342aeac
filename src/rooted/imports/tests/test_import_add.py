"""Choosing a file: looked through at once, kept packed, refused in one sentence where it cannot be used."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from rooted.imports.keeping import open_kept
from rooted.imports.models import FilePart, ImportFile
from rooted.imports.sharing import save_mapping, share_mapping
from rooted.imports.tests import make
from rooted.tables import table


def url(group):
    return reverse("imports:import-add", args=[group.address])


def send(member, content, name="huelgas.csv", **typed):
    return member.client.post(url(member.group), {"file": SimpleUploadedFile(name, make.as_bytes(content)), **typed})


def test_a_list_leads_to_the_page_of_its_columns(ana, docks):
    answer = send(ana, "Fecha;Empresa\n3/5/2019;Astilleros\n")
    file = ImportFile.objects.get()
    assert (answer.status_code, answer.url) == (302, reverse("imports:import-map", args=["docks", file.pk]))
    assert (file.name, file.look.rows, [rule.field for rule in file.plan.rules]) == (
        "huelgas.csv",
        1,
        ["started", "employer"],
    )


def test_the_file_is_kept_packed_and_comes_out_as_it_was(ana, docks):
    content = b"Fecha;Empresa\n" + b"3/5/2019;Astilleros\n" * 50_000
    send(ana, content)
    file = ImportFile.objects.get()
    packed = sum(len(part) for part in FilePart.objects.values_list("packed", flat=True))
    assert (open_kept(file).read() == content, file.size, packed < len(content) // 20) == (True, len(content), True)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "This file is empty."),
        ("  \n", "This file is empty."),
        (b"PK\x03\x04rest", "This is a spreadsheet"),
        ("<html><body>", "This is a web page"),
        ('[{"a": 1}, {"b"', "it breaks off after row 1"),
        ("just words\nand more", "only one column"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_one_sentence(ana, docks, content, said):
    page = send(ana, content).content.decode()
    assert (said in page, ImportFile.objects.count()) == (True, 0)


def test_a_file_above_the_limit_is_refused_and_nothing_of_it_kept(ana, docks, monkeypatch):
    monkeypatch.setattr("rooted.imports.keeping.LARGEST", 1_000)
    page = send(ana, b"a;b\n" * 1_000).content.decode()
    assert ("This file is larger than 50 MB." in page, ImportFile.objects.count()) == (True, 0)
    assert table.LARGEST == 50 * 1024 * 1024


def test_a_mapping_that_another_group_shares_can_be_chosen(ana, cem, docks, depot):
    plan = make.file(depot, "Fecha;Empresa\n3/5/2019;Astilleros\n", name="Barcos.csv").plan
    saved = save_mapping(depot, plan)
    hidden = ana.client.get(url(docks)).content.decode()
    share_mapping(saved, shared=True)
    shown = ana.client.get(url(docks)).content.decode()
    send(ana, "Fecha;Empresa\n3/5/2020;Astilleros\n", mapping=str(saved.pk))
    assert ("Barcos" in hidden, "Barcos" in shown, ImportFile.objects.get(group=docks).plan.code) == (
        False,
        True,
        plan.code,
    )


def test_others_cannot(cem, stranger, docks):
    assert [cem.client.get(url(docks)).status_code, stranger.get(url(docks)).status_code] == [404, 403]


def test_names_that_no_database_keeps_are_no_hindrance(ana, docks):
    send(ana, '[{"da\\u0000te": "2019-03-04", "x\\ud800y": "\\ud800"}]', name="a\u202eb\x1b.json")
    file = ImportFile.objects.get()
    assert (file.name, file.look.layout.columns) == ("ab.json", ("da te", "x y"))
    assert ana.client.get(reverse("imports:import-map", args=["docks", file.pk])).status_code == 200
