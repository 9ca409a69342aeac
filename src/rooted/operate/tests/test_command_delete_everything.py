"""`./rooted delete-everything`, as another process."""

import pytest

from rooted.operate.tests.machine import command, free_port, prepared, server


def test_nothing_goes_unless_the_words_are_typed(tmp_path):
    prepared(tmp_path)
    done = command(tmp_path, "delete-everything", typed="yes\n")
    assert (done.returncode, done.stderr) == (1, "Nothing was changed.\n")
    assert (tmp_path / "rooted.sqlite3").exists()


def test_all_that_is_ours_goes_and_what_is_not_ours_stays(tmp_path):
    prepared(tmp_path)
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "one").write_bytes(b"sealed")
    (tmp_path / "letter.txt").write_text("somebody's own")
    done = command(tmp_path, "delete-everything", typed="Delete everything\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_second_name_of_the_database_holds_only_zeros_afterwards(tmp_path):
    data = tmp_path / "data"
    prepared(data)
    (tmp_path / "second").hardlink_to(data / "rooted.sqlite3")
    assert command(data, "delete-everything", "--yes").returncode == 0
    assert set((tmp_path / "second").read_bytes()) == {0}


@pytest.mark.long
def test_nothing_goes_under_a_running_server(tmp_path):
    port = free_port()
    with server(prepared(tmp_path), port):
        done = command(tmp_path, "delete-everything", "--yes")
    assert (done.returncode, done.stderr) == (1, f"The server runs at http://127.0.0.1:{port} Stop it first.\n")
