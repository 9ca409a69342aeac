"""`./rooted founding-link`."""

import re
from io import StringIO

import pytest
from django.core.management import call_command

from rooted.groups.models import FoundingLink
from rooted.operate import folder

pytestmark = pytest.mark.django_db


def printed():
    out = StringIO()
    call_command("founding_link", stdout=out)
    return out.getvalue().strip()


def test_a_fresh_link_opens_the_form_for_a_group(client, settings, tmp_path):
    settings.DATA = tmp_path
    link = printed()
    assert re.fullmatch(r"http://127\.0\.0\.1:8000/found/[^/]+/", link)
    assert client.get(link.removeprefix("http://127.0.0.1:8000")).status_code == 200
    assert FoundingLink.objects.count() == 1


def test_each_link_is_another_one(settings, tmp_path):
    settings.DATA = tmp_path
    assert printed() != printed()
    assert FoundingLink.objects.count() == 2


def test_the_link_names_the_address_of_the_running_server(settings, tmp_path):
    settings.DATA = tmp_path
    with folder.alone("taken") as descriptor:
        folder.write_address(descriptor, "https://rooted.example.org")
        assert printed().startswith("https://rooted.example.org/found/")
