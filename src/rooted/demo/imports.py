"""A list of struggles in another language that waits to be read: invented, as its names and its last column say."""

from datetime import datetime

from django.utils import timezone

from rooted.groups.models import Seat
from rooted.imports.actions import packed, take_file

NAME = "huelgas-inventadas.csv"
LIST = "\n".join(
    [
        "Fecha inicio;Fecha fin;Empresa;Municipio;Provincia;Tipo;Trabajadores;Motivo;Sindicato;Resultado;"
        "Puntos débiles;Fuente;Tipo de fuente",
        "3/5/2019;17/5/2019;Astilleros Ribamar;Ribamar;Costa Inventada;huelga indefinida;1.200;salarios, despidos;"
        "ninguno;ganada;;Gaceta de Ribamar (inventada);periódico",
        "04/2020;;Limpiezas Farolillo;Puerto Chico;Costa Inventada;paro;unos 80;impagos;;perdida;"
        "Aislada: nadie vino de los otros turnos.;hoja de la asamblea (inventada);octavilla",
        "2021;;Correos de Villanada;Villanada;Sierra Inventada;cacerolada;cientos;horarios;;;;inventado;",
        "12/11/2021;9/11/2021;Hotel Gran Faro;Ribamar;Costa Inventada;huelga;40-60;jornada;"
        "Sindicato del Faro;perdida;sin dinero;inventado;",
        "31/2/2022;;Naranjas del Valle;Villanada;Sierra Inventada;piquete;0;salarios;;;;inventado;",
        "8/3/2023;8/3/2023;Colegios de Puerto Chico;Puerto Chico;Costa Inventada;huelga;más de 300;"
        "condiciones laborales;;parcial;;inventado;",
        "",
    ]
)


def fill(seats: dict[str, dict[str, Seat]], *, now: datetime) -> None:
    """The docks have taken the file in; nobody has said yet how it is read."""
    group = seats["docks"]["Ana"].group
    take_file(packed([LIST.encode()]), name=NAME, group=group, today=timezone.localdate(now))
