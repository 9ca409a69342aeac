"""`./rooted count FILE`: without Django, without a database, in one sentence where it cannot."""

import json
import os
import subprocess
import sys

import pytest

from rooted.counting.tests.shared import REPOSITORY, VOTES, votes

BLT = '3 2\n6 1 2 0\n2 2 0\n3 3 1 0\n0\n"Ana"\n"Bo"\n"Cem"\n"Speakers of the night shift"\n'


def count(*words, folder):
    """Run the command from `folder`, with nothing of ours in its surroundings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ROOTED_", "DJANGO_", "PYTHON"))}
    return subprocess.run(
        [str(REPOSITORY / "rooted"), "count", *words], cwd=folder, env=kept, capture_output=True, text=True, check=False
    )


@pytest.fixture
def file(tmp_path):
    (tmp_path / "night.blt").write_text(BLT, encoding="utf-8")
    return tmp_path


def test_a_file_is_counted_in_a_table_and_sentences(file):
    done = count("night.blt", folder=file)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Speakers of the night shift\n\nscottish-stv: 2 to be elected, 11 ballots count")
    assert "Ana had 2 votes more than needed. They went on to: Bo 1.99998.\n" in done.stdout
    assert done.stdout.endswith("Elected: Ana, Bo.\n")


def test_json_holds_the_same(file):
    found = json.loads(count("night.blt", "--json", folder=file).stdout)
    assert (found["method"], found["seats"], found["quota"], found["elected"]) == ("scottish-stv", 2, 4, ["Ana", "Bo"])
    assert [set(stage) >= {"totals", "elected", "excluded", "sentence"} for stage in found["stages"]] == [True] * 3


@pytest.mark.parametrize(
    ("words", "elected"),
    [
        (["--seats", "1"], ["Ana"]),
        (["--method", "instant-runoff"], ["Ana"]),
        (["--method", "schulze", "--seats", "1"], ["Ana"]),
        (["--method", "approval", "--seats", "1"], ["Ana"]),
        (["--method", "motions-ranked", "--none", "Cem"], ["Ana"]),
        (["--method", "motions-approval", "--none", "Cem"], ["Ana"]),
        (["--seats", "1", "--seed", "17 4 22"], ["Ana"]),
    ],
)
def test_methods_and_places_are_chosen(file, words, elected):
    assert json.loads(count("night.blt", "--json", *words, folder=file).stdout)["elected"] == elected


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["none.blt"], "none.blt cannot be read: No such file or directory.\n"),
        (["."], ". cannot be read: Is a directory.\n"),
        (
            ["other.csv"],
            "This is no file of ballots we know. Its name ends in .blt, .json, .soc, .soi, .toc or .toi.\n",
        ),
        (["gone.blt", "--method", "schulze"], "Every option has withdrawn, so there is nothing to count.\n"),
        (["broken.blt"], "Line 2 does not end with 0.\n"),
        (["night.blt", "--seats", "0"], "At least one place must be filled, not 0.\n"),
        (["night.blt", "--method", "instant-runoff", "--seats", "2"], "instant-runoff fills one place, not 2.\n"),
        (["night.blt", "--method", "motions-ranked"], "Say which option is “none of these”: --none NAME.\n"),
        (["night.blt", "--method", "schulze", "--none", "X"], "There is no option “X”.\n"),
        (
            ["night.blt", "--method", "schulze", "--none", "Cem", "--quorum", "-1"],
            "A number of votes is a whole number, 0 or more.\n",
        ),
        (
            ["night.blt", "--method", "two-thirds"],
            "The file holds votes between options, which two-thirds does not count.\n",
        ),
        (
            ["night.blt", "--method", "borda"],
            "There is no method “borda”. There are: scottish-stv, instant-runoff, schulze, approval, score, "
            "motions-ranked, motions-approval, lots, simple-majority, absolute-majority, two-thirds, own-share, "
            "consent, consensus.\n",
        ),
    ],
)
def test_what_cannot_be_counted_is_said_in_one_sentence(file, words, sentence):
    (file / "other.csv").write_text("1,2")
    (file / "broken.blt").write_text("2 1\n1 1\n")
    (file / "gone.blt").write_text('1 1\n-1\n1 1 0\n0\n"Ana"\n')
    done = count(*words, folder=file)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", sentence)


def test_who_withdrew_is_not_drawn_either(file):
    (file / "drawn.blt").write_text('3 3\n-2\n0\n"Ana"\n"Bo"\n"Cem"\n')
    found = json.loads(
        count("drawn.blt", "--method", "lots", "--seed", "3", "--seats", "2", "--json", folder=file).stdout
    )
    assert sorted(found["elected"]) == ["Ana", "Cem"]


def test_yes_and_no_are_decided_again(file):
    how = {"method": "two-thirds", "share": [1, 2], "entitled": 9, "quorum": 0, "pledges": 0}
    told = {"title": "Out", "figures": {"yes": 5, "no": 3, "abstain": 1}, "voters": 9, "recount": how}
    (file / "out.json").write_text(json.dumps(told))
    assert count("out.json", folder=file).stdout == (
        "Out\n\ntwo-thirds: yes 5, no 3, abstain 1\n\n"
        "Not carried.\n5 yes of 8. Needed: 6. Not reached.\n1 person abstains.\n"
    )
    found = json.loads(count("out.json", "--method", "simple-majority", "--json", folder=file).stdout)
    assert (found["method"], found["carried"], found["tally"]["yes"]) == ("simple-majority", True, 5)


def test_a_preflib_file_needs_to_be_told_the_places_for_stv(tmp_path):
    (tmp_path / "d.soi").write_bytes(votes("debian/debian_2002_preflib.soi"))
    assert count("d.soi", folder=tmp_path).stderr == (
        "The file does not say how many places are to be filled. Add --seats.\n"
    )
    found = json.loads(count("d.soi", "--seats", "1", "--json", folder=tmp_path).stdout)
    assert found["elected"] == ["Bdale Garbee"]


def test_a_real_ward_elects_its_councillors(tmp_path):
    votes("scottish-stv/aberdeen_2017_ward11.blt")
    done = count(str(VOTES / "scottish-stv" / "aberdeen_2017_ward11.blt"), "--json", folder=tmp_path)
    elected = ["Ian YUILL (LD)", "Douglas LUMSDEN (Con)", "Gordon Scott TOWNSON (SNP)"]  # who had more votes first
    assert json.loads(done.stdout)["elected"] == elected


def test_counting_needs_nothing_but_python(file):
    script = (
        "import sys; from rooted.counting.__main__ import main; main(['night.blt']); print('django' in sys.modules)"
    )
    bare = [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(REPOSITORY / 'src')!r}); {script}"]
    done = subprocess.run(bare, cwd=file, capture_output=True, text=True, check=True)
    assert done.stdout.endswith("Elected: Ana, Bo.\nFalse\n")


def test_whoever_reads_only_the_beginning_sees_no_fault(file):
    line = f"'{REPOSITORY / 'rooted'}' count night.blt --json | head -n 1"
    done = subprocess.run(["sh", "-c", line], cwd=file, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("{\n", "")
