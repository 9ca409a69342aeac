import shutil
import subprocess

import pytest
from django.conf import settings
from django.test import override_settings
from django.urls import reverse

from rooted.base.source import files

pytestmark = pytest.mark.django_db


def test_the_page_leads_to_the_source_as_one_file(stranger):
    text = stranger.get(reverse("base:source")).content.decode()
    assert f'href="{reverse("base:source-archive")}"' in text
    assert "GNU Affero General Public License" in text


def test_an_address_where_the_source_is_kept_is_named(stranger):
    with override_settings(SOURCE_ADDRESS="https://code.example/rooted"):
        text = stranger.get(reverse("base:source")).content.decode()
    assert 'href="https://code.example/rooted"' in text


def names(root, **options):
    return [path.relative_to(root).as_posix() for path in files(root, **options)]


def test_only_what_belongs_to_the_program_is_handed_out(tmp_path):
    for name in (
        "src/rooted/base/seal.py", "src/rooted/base/__pycache__/seal.pyc", "src/.env", "src/left.sqlite3", "rooted",
        "backup.age", "notes.txt", "requirements.txt", ".git/config", ".venv/x.py", "src/data/keys/instance",
    ):  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "src" / "link.py").symlink_to(tmp_path / "backup.age")
    assert names(tmp_path, leave_out=tmp_path / "src" / "data") == [
        "requirements.txt",
        "rooted",
        "src/rooted/base/seal.py",
    ]


def test_everything_that_is_kept_in_git_is_handed_out():
    git = shutil.which("git")
    if git is None or not (settings.SOURCE / ".git").exists():
        pytest.skip("this is not a git checkout")
    listed = subprocess.run([git, "ls-files", "-z"], cwd=settings.SOURCE, capture_output=True, text=True, check=True)
    kept = {name for name in listed.stdout.split("\0") if (settings.SOURCE / name).is_file()}
    assert sorted(kept - set(names(settings.SOURCE, leave_out=settings.DATA))) == []


def test_the_real_source_holds_this_file_and_no_data():
    found = names(settings.SOURCE, leave_out=settings.DATA)
    assert "src/rooted/base/tests/test_source.py" in found
    assert [name for name in found if name.endswith((".sqlite3", ".pyc")) or name.startswith("data/")] == []
