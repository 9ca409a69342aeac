"""What the walks know of imports: a file that waits, one that is read, one that is published, and kept mappings."""

from rooted.imports.actions import clear_batch, put_forward
from rooted.imports.carrying_out import publish_some
from rooted.imports.forms import ImportMapForm
from rooted.imports.models import ImportFile
from rooted.imports.sharing import save_mapping
from rooted.imports.tests import make
from rooted.mappings.shape import Mapping, Rule
from tests.faults.typed import BAD, LINE, TEXT, Typed, TypedForm, typed

OBJECTS = {
    "imports:import-map": "import file",
    "imports:import-start": "import file",
    "imports:import-discard": "import file",
    "imports:mapping-save": "import file",
    "imports:mapping-download": "saved mapping",
    "imports:mapping-share": "saved mapping",
    "imports:mapping-erase": "saved mapping",
    "imports:import-undo": "published batch",
}
LIST = "Fecha;Empresa;Municipio;Tipo\n3/5/2019;Astilleros;Gijón;huelga\n2020;Correos;Lugo;cacerolada\n"


def make_objects(world) -> None:
    for foreign, role, number in (("", "member", 901), ("foreign ", "other", 951)):
        group = world.people[role].group
        plan = Mapping(f"own-{number}", f"{foreign}list", rules=(Rule("Fecha", "started"),))
        world.objects[f"{foreign}import file"] = make.file(group, LIST, name=f"{foreign}list.csv")
        world.objects[f"{foreign}saved mapping"] = save_mapping(group, plan)
        world.objects[f"{foreign}published batch"] = _published(group, number)


def _published(group, number: int):
    batch = make.batch(group, [make.entry(number), make.entry(number + 1)])
    put_forward(batch, seat=1)
    clear_batch(batch, seat=2)
    while publish_some(batch):
        batch.refresh_from_db()
    batch.refresh_from_db()
    return batch


def _columns(world) -> Typed:
    """The form of the waiting file as it stands, with a name of its own."""
    form = ImportMapForm(file=ImportFile.objects.get(pk=world.objects["import file"].pk))
    values = {name: form[name].value() for name in form.fields} | {"name": LINE, "cite": LINE}
    return {name: "on" if value is True else value for name, value in values.items() if value not in (None, False)}


def file_asked_for(_form, response, _tables) -> bool:
    """A browser does not keep files: the page asks for the file."""
    return b"Choose a file." in response.content


TICK = frozenset({"zero_is_unknown"})  # comes back as a tick, which has no text

FORMS = [
    TypedForm("imports:import-add", "member", typed(mapping=""), {"mapping": "nothing such"}, done=file_asked_for,
              beside=frozenset({"mapping"})),  # a list of choices cannot hold another one
    TypedForm("imports:import-map", "member", _columns, {"name": BAD}, stores=("imports_importfile",), beside=TICK),
    TypedForm("imports:import-start", "member", _columns, {"name": BAD}, stores=("imports_importfile",), beside=TICK),
    TypedForm("imports:mapping-save", "member", _columns, {"name": BAD}, stores=("imports_savedmapping",), beside=TICK),
    TypedForm("imports:import-undo", "member", typed(why=TEXT), {"why": "x" * 501}, stores=("struggles_importbatch",)),
]  # fmt: skip
BUTTONS = {
    "imports:import-pause", "imports:import-resume", "imports:import-discard", "imports:mapping-add",
    "imports:mapping-share", "imports:mapping-erase",
}  # fmt: skip
READ_ONLY = {"imports:import-report", "imports:mapping-list", "imports:mapping-download"}
