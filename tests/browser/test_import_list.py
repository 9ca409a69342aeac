"""An editor brings in a list she never saw, another member publishes it, a reader finds it: 320 px, no script."""

import pytest

from tests.browser.chromium import MARKS
from tests.browser.first_thread import Walk
from tests.walk.report import none_wrong

pytestmark = [*MARKS, pytest.mark.long]

LIST = (
    "Fecha inicio;Empresa;Municipio;Tipo;Trabajadores;Motivo;Observaciones\n"
    "3/5/2019;Astilleros Ribamar;Ribamar;huelga;1.200;salarios, despidos;a\n"
    "04/2020;Limpiezas Farolillo;Puerto Chico;cacerolada;unos 80;impagos;b\n"
    "31/2/2021;Hotel Gran Faro;Ribamar;huelga;40-60;jornada;c\n"
)
MOST = 40  # looks at a page that waits for the worker


class ImportPath(Walk):
    """What is read here stands on a screen; links are followed as they stand there."""

    def ana_brings_a_file(self, path) -> None:
        ana = self.person("ana")
        ana.open(self.board)
        ana.find("#parts summary").click()
        ana.click("#parts a[href$='/imports/']")
        self.shot(ana, "no-imports")
        ana.click("main a.main")
        ana.find("input[name=file]").set_input_files(path)
        self.shot(ana, "file")
        ana.press_main()

    def ana_sees_the_guess(self) -> None:
        ana = self.person("ana")
        said = ana.says()
        for words in ("3 rows.", "Ribamar, 1,200 people", "this is no date we can read: 31/2/2021"):
            assert words in said, words
        assert "Nothing says the country." in said
        chosen = [box.input_value() for box in ana.find("select[name^=field-]").all()]
        assert chosen == ["started", "employer", "town", "form", "estimate", "demand", "account"]
        self.shot(ana, "guess")

    def ana_puts_it_right(self) -> None:
        """The column of notes is left out, the unknown word gets its meaning, the country is named once."""
        ana = self.person("ana")
        ana.find("[name=field-6]").select_option("")
        ana.find("select[name^=word-form-]").select_option("protest")
        ana.find("[name=fixed-country]").select_option("ES")
        ana.fill(name="Invented strikes", cite="Nobody")
        ana.click("form button:not([formaction]):not(.main)")
        said = ana.says()
        assert (
            "Astilleros Ribamar, Ribamar" in said and "Ribamar, Spain" in said,
            "Nothing says the country." in said,
            "is not in our lists" in said,
        ) == (
            True,
            False,
            False,
        )
        self.shot(ana, "adjusted")
        ana.click("button[formaction$='/save/']")

    def ana_starts_it(self) -> None:
        ana = self.person("ana")
        ana.press_main()
        self.shot(ana, "started")
        self.waits(ana)
        assert "this is no date we can read: 31/2/2021" in ana.says()
        assert ana.find("dl.facts dd").all_inner_texts()[-4:] == ["2", "0", "1", "0"]
        self.shot(ana, "read")

    def waits(self, who) -> None:
        """Looks again, as the page offers, until nothing is going on."""
        for _ in range(MOST):
            if not who.find("main progress").count():
                return
            who.page.wait_for_timeout(500)
            who.click("main a.do[href='?']")
        raise AssertionError("the worker did not come to an end")

    def two_release_it(self) -> None:
        address = self.person("ana").page.url
        for name, deed in (("ana", "forward"), ("bo", "clear")):
            who = self.person(name)
            who.open(address)
            who.click(f"form[action$='/{deed}/'] button")
            self.waits(who)
        self.shot(self.person("bo"), "published")

    def a_reader_finds_it(self) -> None:
        stranger = self.person("stranger")
        stranger.open("/struggles/?q=Astilleros&short=1")
        assert "Astilleros Ribamar" in stranger.says()

    def ana_takes_it_back(self) -> None:
        ana = self.person("ana")
        ana.page.reload()
        ana.click("main a[href$='/undo/']")
        ana.fill(why="The list was invented.")
        self.shot(ana, "undo")
        ana.press_main()
        ana.click("main .rows a[href*='/imports/']")
        self.waits(ana)
        assert "Taken back on" in ana.says()


@pytest.fixture
def walk(browser, server):
    return ImportPath(browser, server, 320, False, "en")


def test_an_editor_brings_in_a_list_she_never_saw(walk, tmp_path):
    path = tmp_path / "huelgas.csv"
    path.write_bytes(LIST.encode("cp1252"))
    walk.ana_founds()
    walk.bo_joins(walk.ana_invites())
    walk.ana_brings_a_file(path)
    walk.ana_sees_the_guess()
    walk.ana_puts_it_right()
    walk.ana_starts_it()
    walk.two_release_it()
    walk.a_reader_finds_it()
    walk.ana_takes_it_back()
    none_wrong(walk.wrong())
