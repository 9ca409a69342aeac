"""`manage.py count FILE` is `./rooted count FILE` (tested in rooted.counting): for those who type the longer one."""

from rooted.operate.tests.machine import command


def test_it_counts_without_a_database(tmp_path):
    (tmp_path / "night.blt").write_text('2 1\n2 1 0\n1 2 1 0\n0\n"Ana"\n"Bo"\n')
    done = command(tmp_path / "data", "count", str(tmp_path / "night.blt"))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("Elected: Ana.\n")
    assert not (tmp_path / "data" / "rooted.sqlite3").exists()


def test_a_refusal_is_one_sentence(tmp_path):
    done = command(tmp_path / "data", "count", str(tmp_path / "none.blt"))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{tmp_path}/none.blt cannot be read: No such file or directory.\n"
