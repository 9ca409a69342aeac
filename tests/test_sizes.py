"""Nothing grows past what one reads at a sitting."""

from tests.walk import sizes
from tests.walk.report import none_wrong
from tests.walk.source import REAL, REPOSITORY, Source, plant

SUITE = [Source(REPOSITORY, path) for path in sorted((REPOSITORY / "tests").rglob("*.py"))]


def python_files():
    return sorted(path for folder in ("src", "tests", "benchmarks") for path in (REPOSITORY / folder).rglob("*.py"))


def test_no_file_is_over_400_lines():
    none_wrong(sizes.files(python_files()))


def test_no_template_is_over_120_lines():
    none_wrong(sizes.templates(REAL))


def test_no_view_is_over_25_lines():
    none_wrong(sizes.views(REAL))


def test_no_test_is_over_20_lines():
    none_wrong(sizes.tests([*REAL.python(), *SUITE]))


def test_the_style_sheets_stay_within_20_kilobytes():
    none_wrong(sizes.styles(sorted((REAL.root / "static").rglob("*.css"))))


def long_function(name, lines):
    return f"def {name}():\n" + "    x = 1\n" * lines


def test_planted_sizes_are_found(tmp_path):
    tree = plant(
        tmp_path,
        {
            "intake/actions.py": "x = 1\n" * 401,
            "intake/views.py": long_function("inbox", 25),
            "intake/tests/test_inbox.py": long_function("test_it", 21),
            "intake/templates/intake/inbox.html": "<p>\n" * 121,
            "static/x.css": "a" * 20_001,
        },
    )
    found = [
        *sizes.files([source.path for source in tree.python()]),
        *sizes.views(tree),
        *sizes.tests(list(tree.python())),
        *sizes.templates(tree),
        *sizes.styles([tmp_path / "static" / "x.css"]),
    ]
    assert len(found) == 5


def test_what_just_fits_passes(tmp_path):
    tree = plant(
        tmp_path,
        {
            "intake/actions.py": "x = 1\n" * 400,
            "intake/views.py": long_function("inbox", 24),
            "intake/tests/test_inbox.py": long_function("test_it", 20),
            "intake/migrations/0001_first.py": "x = 1\n" * 500,
        },
    )
    paths = [source.path for source in tree.python(migrations=True)]
    assert [*sizes.files(paths), *sizes.views(tree), *sizes.tests(list(tree.python()))] == []
