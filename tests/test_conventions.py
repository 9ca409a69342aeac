"""Knowing one name gives the others: route, view, template and test file are asked of every route."""

import pytest

from tests.walk import conventions
from tests.walk.report import none_wrong
from tests.walk.routes import Route, routes
from tests.walk.source import REAL, plant


def test_every_route_and_its_view_have_the_same_name():
    none_wrong(conventions.route_names(routes()))


def test_every_view_renders_the_template_of_its_name():
    none_wrong(conventions.route_templates(routes(), REAL))


def test_every_page_template_belongs_to_a_route():
    none_wrong(conventions.pages_without_a_route(routes(), REAL))


def test_every_route_has_a_test_file_that_opens_it():
    none_wrong(conventions.route_tests(routes(), REAL))


TREE_RULES = [
    conventions.app_files,
    conventions.shelf_names,
    conventions.app_readmes,
    conventions.migrations,
    conventions.relative_imports,
    conventions.bare_excepts,
]


@pytest.mark.parametrize("rule", TREE_RULES, ids=lambda rule: rule.__name__)
def test_the_source_keeps_the_rule(rule):
    none_wrong(rule(REAL))


MIGRATION = "class Migration:\n    dependencies = [{}]\n"
README = {"intake/README.md": "# Intake\n`receipts.py`: words to keys."}


@pytest.mark.parametrize(
    ("rule", "files"),
    [
        (conventions.app_files, {"intake/letters.py": ""}),
        (conventions.app_files, {"intake/letters.py": "", "intake/README.md": "Letters are read by members."}),
        (conventions.shelf_names, {"intake/helpers.py": ""}),
        (conventions.app_readmes, {"intake/models.py": ""}),
        (conventions.app_readmes, {"intake/README.md": "x\n" * 31}),
        (conventions.migrations, {"intake/migrations/0001_auto_2030.py": MIGRATION.format("")}),
        (conventions.migrations, {"intake/migrations/0002_first.py": MIGRATION.format("")}),
        (
            conventions.migrations,
            {
                "intake/migrations/0001_first.py": MIGRATION.format(""),
                "intake/migrations/0002_more.py": MIGRATION.format('("groups", "0001_first")'),
            },
        ),
        (conventions.relative_imports, {"intake/views.py": "from .models import Thread\n"}),
        (conventions.bare_excepts, {"intake/views.py": "try:\n    pass\nexcept:\n    pass\n"}),
    ],
)
def test_a_planted_wrong_is_found(rule, files, tmp_path):
    assert len(rule(plant(tmp_path, files))) == 1


def test_linear_migrations_and_known_files_pass(tmp_path):
    tree = plant(
        tmp_path,
        README
        | {
            "intake/migrations/0001_first.py": MIGRATION.format('("groups", "0002_more")'),
            "intake/migrations/0002_more.py": MIGRATION.format('("intake", "0001_first")'),
            "intake/receipts.py": "",
            "intake/views.py": "from rooted.intake.models import Thread\n",
        },
    )
    assert [line for rule in TREE_RULES for line in rule(tree)] == []


def letter_take(request, seat):
    return None


letter_take.__module__ = "rooted.intake.views"


def planted(name, view=letter_take):
    return Route(name, "g/<group:group>/letters/", view, ("group",))


@pytest.mark.parametrize(
    "name", ["intake:letter_take", "letter-take", "intake:", "intake:letter-release", "groups:letter-take"]
)
def test_a_planted_route_name_is_found(name):
    assert len(conventions.route_names([planted(name)])) == 1


def test_a_planted_class_and_a_planted_double_are_found():
    found = conventions.route_names([planted("intake:letter-take"), planted("intake:letter-take", view=Route)])
    assert len(found) == 2


def test_the_right_route_name_passes():
    assert conventions.route_names([planted("intake:letter-take")]) == []


def test_a_planted_route_without_its_files_is_found(tmp_path):
    tree = plant(tmp_path, {"intake/tests/test_letter_read.py": "", "intake/templates/intake/left_over.html": ""})
    all_routes = [planted("intake:letter-take"), planted("intake:letter-read")]
    assert len(conventions.route_tests(all_routes, tree)) == 2
    assert len(conventions.pages_without_a_route(all_routes, tree)) == 1


def render(request, template):
    return template


def letter_read(request):
    return render(request, "intake/letter_read.html") or render(request, "intake/letter.html")


def test_a_planted_wrong_template_is_found(tmp_path):
    found = conventions.route_templates([planted("intake:letter-read", letter_read)], plant(tmp_path, {}))
    assert found == [
        "intake:letter-read renders intake/letter.html: its template is intake/letter_read.html "
        "(partials begin with _).",
        "intake:letter-read renders intake/letter_read.html, which is not in intake/templates/.",
    ]
