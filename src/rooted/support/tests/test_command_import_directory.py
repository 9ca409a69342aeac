"""`./rooted import-directory FILE`."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from rooted.support.management.commands.import_directory import Command
from rooted.support.models import HelpEntry
from rooted.support.tests import make


def run(path):
    out = StringIO()
    call_command("import_directory", str(path), stdout=out)
    return out.getvalue()


def test_a_fresh_server_gets_a_list(db, tmp_path):
    path = tmp_path / "list.json"
    path.write_bytes(make.list_file(make.group_line(1), make.group_line(2, name="<i>x</i>")))
    assert run(path).splitlines() == [
        "Group 2 was left out: “name” holds HTML.",
        "1 group is new.",
        "0 were changed.",
        "0 stood here already.",
    ]
    assert HelpEntry.objects.get().source == "https://elsewhere.example.org"


def test_what_cannot_be_read_is_said_in_a_sentence(db, tmp_path):
    path = tmp_path / "list.json"
    with pytest.raises(CommandError, match="cannot be read"):
        run(path)
    path.write_bytes(b"x" * 2_000_000)
    with pytest.raises(CommandError, match="too large"):
        run(path)
    assert HelpEntry.objects.count() == 0


def test_its_help_names_it_as_people_type_it_and_nothing_of_the_machine():
    words = Command().create_parser("manage.py", "import_directory").format_help()
    assert words.splitlines()[0] == "usage: ./rooted import-directory [-h] file"
    assert [word in words for word in ("manage.py", "--settings", "--traceback")] == [False] * 3
