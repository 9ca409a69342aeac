"""`./rooted backup` and `./rooted restore`, as other processes."""

import io
import sqlite3
import stat
import tarfile

import pyrage
import pytest

from rooted.operate.tests.machine import command, free_port, prepared, server

pytestmark = pytest.mark.long
PASSPHRASE = {"ROOTED_BACKUP_PASSPHRASE": "four words said aloud"}


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """A prepared data folder with one record of a job in it that can be found again."""
    folder = tmp_path_factory.mktemp("held") / "data"
    prepared(folder)
    assert command(folder, "founding-link").returncode == 0
    (folder / "files").mkdir()
    (folder / "files" / "one").write_bytes(b"sealed bytes" * 10_000)
    return folder


@pytest.fixture(scope="module")
def backup(data, tmp_path_factory):
    file = tmp_path_factory.mktemp("kept") / "all.age"
    done = command(data, "backup", str(file), **PASSPHRASE)
    assert (done.returncode, done.stderr) == (0, "")
    return file


def links(folder):
    opened = sqlite3.connect(folder / "rooted.sqlite3")
    found = opened.execute("SELECT digest FROM groups_foundinglink").fetchall()
    opened.close()
    return found


def kept(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*/*") if path.is_file()}


def test_a_backup_brought_back_holds_the_database_the_keys_and_the_files(data, backup, tmp_path):
    done = command(tmp_path, "restore", str(backup), **PASSPHRASE)
    assert (done.returncode, done.stderr) == (0, "")
    assert "0 groups" in done.stdout
    assert links(tmp_path) == links(data) != []
    there = {name: held for name, held in kept(data).items() if name.startswith(("keys/", "files/"))}
    assert kept(tmp_path) == there


def test_a_restored_folder_serves(backup, tmp_path):
    assert command(tmp_path, "restore", str(backup), **PASSPHRASE).returncode == 0
    with server(tmp_path, free_port()) as process:
        assert process.said[1] == "No group yet. A fresh link to found one: ./rooted founding-link"


def test_the_backup_is_readable_by_its_owner_alone_and_leaves_no_copy_behind(data, backup):
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert list(backup.parent.iterdir()) == [backup]
    assert list((data / "unfinished").iterdir()) == []


def test_the_backup_shows_nothing_of_what_it_holds(data, backup):
    held = backup.read_bytes()
    assert (data / "keys" / "instance").read_bytes() not in held
    assert b"SQLite format" not in held
    assert b"sealed bytes" not in held
    assert PASSPHRASE["ROOTED_BACKUP_PASSPHRASE"].encode() not in held


def test_age_and_tar_open_it_without_rooted(data, backup):
    with tarfile.open(backup) as outer:
        key = pyrage.passphrase.decrypt(
            outer.extractfile("key.age").read(), PASSPHRASE["ROOTED_BACKUP_PASSPHRASE"]
        ).decode()
        inner = pyrage.decrypt(outer.extractfile("data.age").read(), [pyrage.x25519.Identity.from_str(key)])
    with tarfile.open(fileobj=io.BytesIO(inner)) as held:
        assert held.getnames() == ["about.json", "rooted.sqlite3", "keys/instance", "keys/django", "files/one"]
        assert held.extractfile("keys/django").read() == (data / "keys" / "django").read_bytes()


def test_a_backup_to_a_key_is_opened_by_that_key_alone(data, tmp_path):
    identity, file, key = pyrage.x25519.Identity.generate(), tmp_path / "b.age", tmp_path / "key.txt"
    assert command(data, "backup", str(file), "--to", str(identity.to_public())).returncode == 0
    key.write_text(f"# created: today\n# public key: {identity.to_public()}\n{pyrage.x25519.Identity.generate()}\n")
    wrong = command(tmp_path / "wrong", "restore", str(file), "--key", str(key))
    assert wrong.stderr == f"{file} does not open. Either the key is another one, or the file is damaged.\n"
    key.write_text(f"# created: today\n{identity}\n")
    assert command(tmp_path / "right", "restore", str(file), "--key", str(key)).returncode == 0
    assert links(tmp_path / "right") == links(data)


def test_a_backup_never_overwrites(data, backup):
    before = backup.read_bytes()
    done = command(data, "backup", str(backup), **PASSPHRASE)
    assert (done.returncode, backup.read_bytes() == before) == (1, True)
    assert done.stderr == f"{backup} exists already, and a backup never overwrites. Choose another name.\n"


@pytest.mark.parametrize(
    ("words", "more", "sentence"),
    [
        (["b.age"], {"ROOTED_BACKUP_PASSPHRASE": "short"}, "The passphrase is too short: 12 characters or more."),
        (["no/such/b.age"], PASSPHRASE, "There is no folder"),
        (["b.age", "--to", "age1nonsense"], {}, "After --to comes a public key that starts with age1"),
    ],
)
def test_a_backup_that_cannot_be_made_says_why_and_leaves_nothing(data, tmp_path, words, more, sentence):
    done = command(data, "backup", str(tmp_path / words[0]), *words[1:], **more)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith(sentence)
    assert list(tmp_path.iterdir()) == []
    assert list((data / "unfinished").iterdir()) == []


def test_what_a_killed_backup_left_is_removed_by_the_next(data, tmp_path):
    (data / "unfinished" / "backup.99999999").write_bytes(b"a whole database")
    assert command(data, "backup", str(tmp_path / "b.age"), **PASSPHRASE).returncode == 0
    assert list((data / "unfinished").iterdir()) == []


def damaged(backup, kind):
    held = bytearray(backup.read_bytes())
    if kind == "cut":
        return held[: len(held) // 2]
    if kind == "changed":
        held[len(held) // 2] ^= 1
        return held
    return b"not a backup at all" * 100


@pytest.mark.parametrize("kind", ["changed", "cut", "other"])
def test_a_damaged_backup_changes_nothing(backup, tmp_path, kind):
    file = tmp_path / "b.age"
    file.write_bytes(damaged(backup, kind))
    done = command(tmp_path / "data", "restore", str(file), **PASSPHRASE)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith(f"{file} ")
    assert not (tmp_path / "data" / "rooted.sqlite3").exists()
    assert list((tmp_path / "data").glob("restoring.*")) == []


def test_a_wrong_passphrase_changes_nothing(backup, tmp_path):
    done = command(tmp_path, "restore", str(backup), ROOTED_BACKUP_PASSPHRASE="quite another one")
    assert done.stderr == f"{backup} does not open. Either the passphrase is another one, or the file is damaged.\n"
    assert not (tmp_path / "rooted.sqlite3").exists()


def test_a_backup_whose_database_is_damaged_is_refused(tmp_path):
    identity, stream = pyrage.x25519.Identity.generate(), io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as tar:
        for name, held in [("about.json", b'{"database": "rooted.sqlite3"}'), ("rooted.sqlite3", b"no" * 3000)]:
            entry = tarfile.TarInfo(name)
            entry.size = len(held)
            tar.addfile(entry, io.BytesIO(held))
    (tmp_path / "b.age").write_bytes(pyrage.encrypt(stream.getvalue(), [identity.to_public()]))
    (tmp_path / "key").write_text(str(identity))
    done = command(tmp_path / "data", "restore", str(tmp_path / "b.age"), "--key", str(tmp_path / "key"))
    assert done.stderr == "The database in this backup is damaged. Use another copy. Nothing was changed.\n"


def test_a_full_folder_is_restored_only_when_asked_and_what_was_there_is_kept(data, backup, tmp_path):
    prepared(tmp_path)
    before = (tmp_path / "keys" / "instance").read_bytes()
    refused = command(tmp_path, "restore", str(backup), **PASSPHRASE)
    assert (refused.returncode, refused.stderr[:28]) == (1, "There is a database in " + str(tmp_path)[:5])
    unsure = command(tmp_path, "restore", str(backup), "--replace", typed="no\n", **PASSPHRASE)
    assert (unsure.returncode, unsure.stderr) == (1, "Nothing was changed.\n")
    assert links(tmp_path) == []
    assert command(tmp_path, "restore", str(backup), "--replace", typed="yes\n", **PASSPHRASE).returncode == 0
    assert links(tmp_path) == links(data)
    (aside,) = tmp_path.glob("before-restore-*")
    assert (aside / "keys" / "instance").read_bytes() == before
    assert links(aside) == []


def test_nothing_is_restored_under_a_running_server(backup, tmp_path):
    port = free_port()
    with server(prepared(tmp_path), port):
        done = command(tmp_path, "restore", str(backup), "--replace", "--yes", **PASSPHRASE)
    assert done.stderr == f"The server runs at http://127.0.0.1:{port} Stop it first, then restore.\n"


def test_a_backup_is_made_while_the_server_runs(tmp_path):
    with server(prepared(tmp_path / "data"), free_port()):
        assert command(tmp_path / "data", "backup", str(tmp_path / "b.age"), **PASSPHRASE).returncode == 0
