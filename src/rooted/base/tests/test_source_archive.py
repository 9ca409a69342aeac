import io
import tarfile

import pytest
from django.urls import reverse

from rooted.base.source import archive


def small(root):
    (root / "src").mkdir()
    (root / "src" / "x.py").write_text("x = 1\n")
    (root / "tests" / "browser" / "screens").mkdir(parents=True)
    (root / "tests" / "browser" / "screens" / "board.png").write_bytes(b"a picture that a test left behind")
    (root / "rooted").write_text("#!/bin/sh\n")
    (root / "rooted").chmod(0o755)
    return archive(root, leave_out=root / "data")


def test_the_archive_unpacks_to_the_source_and_names_no_machine(tmp_path):
    with tarfile.open(fileobj=io.BytesIO(small(tmp_path))) as tar:
        found = [(entry.name, oct(entry.mode), entry.uid, entry.uname, entry.mtime) for entry in tar]
        content = tar.extractfile("rooted/src/x.py").read()
    assert found == [("rooted/rooted", "0o755", 0, "", 0), ("rooted/src/x.py", "0o644", 0, "", 0)]
    assert content == b"x = 1\n"


def test_the_same_source_gives_the_same_bytes(tmp_path):
    assert small(tmp_path) == archive(tmp_path, leave_out=tmp_path / "data")


@pytest.mark.long
@pytest.mark.django_db
def test_anyone_gets_the_source_of_the_running_server(stranger):
    answer = stranger.get(reverse("base:source-archive"))
    assert answer["Content-Type"] == "application/gzip"
    with tarfile.open(fileobj=io.BytesIO(answer.content)) as tar:
        assert "rooted/src/rooted/base/source.py" in tar.getnames()
