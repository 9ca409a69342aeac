"""The script `./rooted` in places that lack something: each failure is one line that says what to do."""

import os
import shutil
import subprocess
import sys
import zipfile

import pytest
from django.conf import settings

pytestmark = pytest.mark.long
TOOLS = ("dirname", "readlink", "mkdir", "rm", "cmp", "grep", "cat", "tail", "head", "cp", "mktemp", "sh")


@pytest.fixture
def place(tmp_path):
    """A copy of the script in a folder with a space, with an empty lock file and nothing but it."""
    folder = tmp_path / "a place"
    folder.mkdir()
    shutil.copy(settings.SOURCE / "rooted", folder)
    (folder / "requirements.txt").write_text("# nothing\n")
    (folder / "manage.py").write_text("import os, sys; print(*sys.argv[1:], os.environ.get('ROOTED_ADDRESS'))\n")
    return folder


@pytest.fixture
def tools(tmp_path):
    """A PATH with the system's small tools and no Python; no links, so that a test can replace one safely."""
    folder = tmp_path / "tools"
    folder.mkdir()
    for tool in TOOLS:
        program(folder, tool, f'exec {shutil.which(tool)} "$@"')
    return folder


@pytest.fixture
def ready(place, tools):
    """The same with a .venv that needs nothing more."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", place / ".venv"], check=True)
    shutil.copy(place / "requirements.txt", place / ".venv" / "installed.txt")
    return place


def program(folder, name, text):
    (folder / name).write_text(f"#!/bin/sh\n{text}\n")
    (folder / name).chmod(0o755)


def real_python(folder, *, broken="", name="python3"):
    program(folder, name, f'case "$*" in {broken} esac\nexec "{sys.executable}" "$@"')


def rooted(place, tools, *words, start=None, **more):
    return subprocess.run(
        [place / "rooted", *words],
        env={"PATH": str(tools), "HOME": str(place), "ROOTED_DATA": str(place / "data"), **more},
        cwd=start or place,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def refusal(done):
    """The last line a failed start wrote, which is the one that says what to do."""
    assert done.returncode == 1
    return done.stderr.splitlines()[-1]


def test_without_python_it_says_what_to_install(place, tools):
    assert refusal(rooted(place, tools)) == (
        "Rooted needs Python 3.11 or newer and found none."
        " Install it (Debian, Ubuntu: sudo apt install python3 python3-venv), then run ./rooted again."
    )


def test_a_python_that_is_too_old_is_named(place, tools):
    program(tools, "python3", 'case "$*" in *platform*) echo 3.9.2 64bit ;; *) exit 1 ;; esac')
    assert refusal(rooted(place, tools)).startswith(
        "Rooted needs a 64-bit Python 3.11 or newer; here is only 3.9.2 64bit."
    )


def test_a_shim_that_cannot_start_is_passed_over(place, tools):
    program(tools, "python3", "echo 'pyenv: python3: command not found' >&2; exit 127")
    real_python(tools, broken='"-m venv .venv") exit 1 ;;', name="python3.11")
    assert rooted(place, tools).stdout == "serve None\n"


def test_without_venv_and_pip_it_says_what_to_install(place, tools):
    real_python(tools, broken='"-m venv"*|"-m pip"*) exit 1 ;;')
    assert refusal(rooted(place, tools)) == (
        "This Python can make no .venv."
        " Install the missing part (Debian, Ubuntu: sudo apt install python3-venv), then run ./rooted again."
    )
    assert not (place / ".venv").exists()


def test_without_ensurepip_the_pip_of_the_system_fills_the_folder(place, tools):
    real_python(tools, broken='"-m venv .venv") exit 1 ;;')
    done = rooted(place, tools)
    assert (done.returncode, done.stdout) == (0, "serve None\n")
    assert not (place / ".venv" / "bin" / "pip").exists()


def test_without_a_network_it_says_so(place, tools):
    real_python(tools, broken='"-m venv .venv") exit 1 ;;')
    (place / "requirements.txt").write_text(f"no-such-thing==1.0 --hash=sha256:{'0' * 64}\n")
    assert refusal(rooted(place, tools, PIP_INDEX_URL="http://127.0.0.1:9/", PIP_CONFIG_FILE=os.devnull)) == (
        "The packages could not be fetched. Check the connection to the internet, then run ./rooted again."
    )


def test_a_package_that_is_not_the_recorded_one_is_not_installed(place, tools):
    real_python(tools, broken='"-m venv .venv") exit 1 ;;')
    with zipfile.ZipFile(place / "thing-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr("thing.py", "")
        wheel.writestr("thing-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: thing\nVersion: 1.0\n")
        wheel.writestr("thing-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr("thing-1.0.dist-info/RECORD", "")
    (place / "requirements.txt").write_text(f"thing==1.0 --hash=sha256:{'0' * 64}\n")
    found = rooted(place, tools, PIP_NO_INDEX="1", PIP_FIND_LINKS=f"file://{place}".replace(" ", "%20"))
    assert refusal(found).startswith("A downloaded package is not the one that was recorded")


def test_a_data_folder_that_cannot_be_written_is_named(ready, tools):
    (ready / "file").write_text("")
    assert refusal(rooted(ready, tools, ROOTED_DATA=str(ready / "file" / "data"))) == (
        f"Rooted may not write into {ready}/file/data, where its data belongs."
        " Make the folder yours, or name another: ROOTED_DATA=/some/folder ./rooted"
    )


def test_a_folder_that_cannot_be_written_is_named(place, tools):
    real_python(tools)
    program(tools, "mkdir", "exit 1")
    assert refusal(rooted(place, tools)).startswith(f"Rooted may not write into {place}.")


def test_an_environment_that_belongs_to_somebody_else_is_named(place, tools):
    real_python(tools)
    (place / ".venv" / "install.log").mkdir(parents=True)
    program(tools, "rm", "exit 0")
    assert rooted(place, tools).stderr.splitlines()[1:] == [
        f'Rooted may not write into {place}. Make the folder yours (sudo chown -R "$USER" "{place}")'
        " or put Rooted into one that is, then run ./rooted again."
    ]


FULL = "The disk is full. Free about 300 MB where {place} lies, then run ./rooted again."


def test_a_disk_that_fills_up_meanwhile_is_named(place, tools):
    real_python(tools, broken='"-m venv"*) echo "[Errno 28] No space left on device"; exit 1 ;;')
    assert refusal(rooted(place, tools)) == FULL.format(place=place)


def test_a_disk_so_full_that_no_log_can_be_written_is_named(place, tools):
    real_python(tools, broken='"-m venv"*) exit 1 ;;')
    program(tools, "df", "echo Filesystem 1024-blocks Used Available Capacity Mounted; echo /dev/a 90 90 0 100% /")
    assert refusal(rooted(place, tools)) == FULL.format(place=place)


def test_it_installs_once_and_again_when_the_lock_changes(place, tools):
    real_python(tools, broken='"-m venv .venv") exit 1 ;;')
    said = []
    for text in ("# nothing\n", "# nothing\n", "# nothing else\n"):
        (place / "requirements.txt").write_text(text)
        said.append("Fetching" in rooted(place, tools).stderr)
    assert said == [True, False, True]


def test_it_works_through_a_link_and_from_elsewhere(ready, tools, tmp_path):
    (tmp_path / "link").symlink_to("a place/rooted")
    (tmp_path / "elsewhere").mkdir()
    done = subprocess.run(
        ["../link", "backup", "mine.age"],
        env={"PATH": str(tools), "ROOTED_DATA": "here"},
        cwd=tmp_path / "elsewhere",
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "backup mine.age None\n")
    assert (tmp_path / "elsewhere" / "here").is_dir()


@pytest.mark.parametrize(
    ("words", "passed_on"),
    [
        ([], "serve None"),
        (["--port", "8123"], "serve --port 8123 None"),
        (["serve", "--address", "https://a b.example", "--port", "1"], "serve --port 1 https://a b.example"),
        (["--address=http://x.onion"], "serve http://x.onion"),
        (["import-struggles", "a file", "--group", "x"], "import-struggles a file --group x None"),
    ],
)
def test_words_are_passed_on(ready, tools, words, passed_on):
    assert rooted(ready, tools, *words).stdout == f"{passed_on}\n"


def test_an_address_without_a_value_is_refused(ready, tools):
    assert refusal(rooted(ready, tools, "--address")).startswith("After --address comes the address")


def test_the_demo_runs_on_a_folder_that_is_gone_afterwards(ready, tools):
    (ready / "manage.py").write_text(
        "import os, sys; print(*sys.argv[1:], os.environ['ROOTED_DEMO'], os.environ['ROOTED_DATA'])\n"
    )
    said = rooted(ready, tools, "demo", "--port", "8124", TMPDIR=str(ready)).stdout.split()
    assert said[:4] == ["serve", "--port", "8124", "1"]
    assert not os.path.exists(" ".join(said[4:]))
    assert list(ready.glob("rooted.*")) == []
