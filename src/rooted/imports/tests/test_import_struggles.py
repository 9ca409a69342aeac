"""The command: row by row, sums, refusals in one sentence; really killed, and taken up again."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from rooted.imports.management.commands.import_struggles import Command
from rooted.imports.models import ImportFile
from rooted.imports.sharing import save_mapping
from rooted.imports.tests import make
from rooted.mappings.shape import Mapping, Rule, to_plain
from rooted.struggles.models import ImportBatch, Struggle
from rooted.struggles.tests.make import group


@pytest.fixture
def owner(db):
    return group()


def run(path, group="docks", **options):
    out = StringIO()
    call_command("import_struggles", str(path), group=group, stdout=out, **options)
    return out.getvalue()


def test_every_row_has_its_line_and_the_sums_add_up(owner, tmp_path):
    rows = [make.entry(1), make.entry(2, workers=0), make.entry(3, date="x")]
    said = run(make.written(tmp_path, rows))
    assert "     1  1         added\n" in said
    assert "     3  3         left out\n                  Left out: this is no date we can read: x\n" in said
    assert "3 rows: 2 added, 0 already there, 1 left out.\n1 of them has something unclear.\n" in said


def test_the_same_file_again_adds_nothing(owner, tmp_path):
    path = make.written(tmp_path, make.entries(3))
    run(path)
    assert "3 rows: 0 added, 3 already there, 0 left out." in run(path)
    assert (Struggle.objects.count(), ImportFile.objects.count()) == (3, 0)


@pytest.mark.parametrize("content", [b"", b"[{", b"{}", b"[]", [{"a": 1}], b"\xff\xfe\x00"])
def test_a_file_that_cannot_be_used_writes_nothing(owner, tmp_path, content):
    with pytest.raises(CommandError) as refusal:
        run(make.written(tmp_path, content))
    assert "\n" not in str(refusal.value)
    assert [model.objects.count() for model in (Struggle, ImportBatch, ImportFile)] == [0, 0, 0]


def test_an_unknown_group_is_named(db, tmp_path):
    with pytest.raises(CommandError, match=r"There is no group nowhere\. Copy the address of its page"):
        run(make.written(tmp_path, make.entries(1)), group="nowhere")


@pytest.mark.parametrize("named", ["/g/docks/", "https://rooted.example.org/g/docks/", " docks "])
def test_the_group_is_named_as_its_page_s_link_is_copied(owner, tmp_path, named):
    assert "1 rows: 1 added" in run(make.written(tmp_path, make.entries(1)), group=named)


def test_a_group_that_closed_brings_in_nothing(owner, tmp_path):
    type(owner).objects.update(closed_on=make.TODAY)
    with pytest.raises(CommandError, match="There is no group docks"):
        run(make.written(tmp_path, make.entries(1)))


@pytest.mark.parametrize("wrong", [["--group", "[::1"], ["--group", "docks", "--mapping", "no\x1bsuch"]])
def test_what_goes_wrong_on_the_command_line_is_one_sentence(owner, tmp_path, capsys, wrong):
    path = make.written(tmp_path, make.entries(1))
    with pytest.raises(SystemExit) as end:
        Command().run_from_argv(["manage.py", "import_struggles", str(path), *wrong])
    said = capsys.readouterr().err
    assert (end.value.code, said.count("\n"), "Error" in said, "\x1b" in said) == (1, 1, False, False)


def test_its_help_names_it_as_people_type_it(capsys):
    with pytest.raises(SystemExit):
        Command().run_from_argv(["manage.py", "import_struggles", "--help"])
    said = capsys.readouterr().out
    assert said.startswith("usage: ./rooted import-struggles [-h] --group GROUP [--mapping MAPPING] file")
    assert "--traceback" not in said


def test_stopped_by_hand_it_goes_on_when_it_is_started_again(owner, tmp_path):
    path = make.written(tmp_path, make.entries(3))
    with pytest.raises(CommandError, match="goes on where it was"):
        call_command("import_struggles", str(path), group="docks", stdout=StoppedByHand())
    assert "Went on after row 3" in run(path)
    assert Struggle.objects.count() == 3


class StoppedByHand(StringIO):
    """A terminal at which somebody presses Ctrl-C when the first rows are told."""

    def write(self, text):
        raise KeyboardInterrupt


def test_a_terminal_cannot_be_steered_by_the_file(owner, tmp_path):
    said = run(make.written(tmp_path, [make.entry(1, actions=["\x1b[2Jwiped"])]))
    assert ("\x1b" in said, "�[2Jwiped" in said) == (False, True)


PLAN = Mapping("own-1", "Boats", rules=(Rule("cuando", "started"), Rule("quien", "employer")))


@pytest.mark.parametrize("kept", ["name", "file"])
def test_a_mapping_is_taken_by_its_name_or_from_a_file(owner, tmp_path, kept):
    save_mapping(owner, PLAN)
    plan = str(make.written(tmp_path, json.dumps(to_plain(PLAN)), "plan.json")) if kept == "file" else "Boats"
    said = run(make.written(tmp_path, "cuando;quien\n4/2019;Astilleros\n", "a.csv"), mapping=plan)
    assert "1 rows: 1 added" in said
    assert Struggle.objects.get().title == "Astilleros"


@pytest.mark.parametrize(("plan", "said"), [("nowhere", "no mapping called"), ("list.json", "no mapping. Look at")])
def test_a_mapping_that_is_none_is_said(owner, tmp_path, plan, said):
    path = make.written(tmp_path, make.entries(1))
    with pytest.raises(CommandError, match=said):
        run(path, mapping=str(tmp_path / plan))


def test_a_shipped_mapping_is_taken_by_its_name(owner, tmp_path):
    assert "1 rows: 1 added" in run(make.written(tmp_path, make.entries(1)), mapping="cat-json")


def test_half_a_gigabyte_is_refused_before_it_is_read(owner, tmp_path):
    path = make.written(tmp_path, b"")
    with path.open("r+b") as file:
        file.truncate(500 * 1024 * 1024)
    with pytest.raises(CommandError, match="larger than 50 MB"):
        run(path)


def test_a_mapping_for_other_columns_is_refused_and_nothing_is_left(owner, tmp_path):
    save_mapping(owner, PLAN)
    with pytest.raises(CommandError, match="No column is the first day"):
        run(make.written(tmp_path, "when;who\n2019;x\n", "a.csv"), mapping="Boats")
    assert [model.objects.count() for model in (ImportBatch, ImportFile)] == [0, 0]
