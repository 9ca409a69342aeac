"""More of the invented chronicle: other countries, other times, a correction, two records of one struggle."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from rooted.groups.models import Seat
from rooted.records.record import Code, Employer, Organisation, Place, Point, Record, Source
from rooted.struggles.actions import correct_record, merge_struggles, publish_record
from rooted.struggles.models import Struggle
from rooted.struggles.reading import record_of, whole

INVENTED = "Invented for the demo."
TOLD = (Source(text="Told by one who took part", kind="spoken"),)


def fill(seats: dict[str, dict[str, Seat]], *, now: datetime) -> None:
    """Publish what follows, correct one record in the open, and say of two that they are one."""
    first, second, *_rest = seats["depot"].values()
    made = [
        publish_record(record, group=first.group, first=first.pk, second=second.pk, today=now.date())
        for record in (*elsewhere(now.date()), *earlier(), *short(now.date()))
    ]
    merge_struggles(made[-1], into=made[0], today=now.date())
    buses = whole(Struggle.objects.filter(title__startswith="Bus drivers")).get()
    better = replace(record_of(buses), estimate_high=140)
    words = "At most 140 drivers took part, not 150. The yard has 140."
    correct_record(buses, better, words=words, first=first.pk, second=second.pk, today=now.date())


def elsewhere(today: date) -> list[Record]:
    """In other invented towns."""
    return [
        Record(
            title="Nocna zmiana nie przechodzi przez bramkę",
            account=f"{INVENTED}\n\nBramka liczyła każdą minutę. W środę nikt z nocnej zmiany przez nią nie przeszedł.",
            language="pl",
            started_on=today - timedelta(days=400),
            ended_on=today - timedelta(days=398),
            estimate_low=150,
            estimate_high=180,
            outcome="won",
            led_by="wildcat",
            codings=(Code("form", "strike"), Code("demand", "working-conditions"), Code("branch", "52")),
            employers=(Employer("Quillwater Foods"), Employer("Praca Plus (invented)", "agency")),
            places=(Place("town", "PL", "Invented voivodeship", "Wierzbno Nowe", 51.8, 17.4),),
            points=(
                Point("strong", code="all-shifts", evidence="Ranna zmiana czekała na dworze."),
                Point("strong", code="surprise"),
            ),
            sources=TOLD,
        ),
        Record(
            title="سائقو التوصيل يطفئون هواتفهم ساعة كل مساء",
            account=f"{INVENTED}\n\nانخفض أجر الطلب مرتين في شهر. اتفقوا على ساعة واحدة، ثم صارت ساعتين.",
            language="ar",
            started_on=today - timedelta(days=70),
            seen_going_on=today - timedelta(days=5),
            estimate_low=300,
            outcome="goes-on",
            led_by="committee",
            codings=(Code("form", "refusal"), Code("demand", "pay-and-benefits"), Code("branch", "53")),
            employers=(Employer("Ridewick (invented)"),),
            places=(Place("town", "EG", "", "Invented district", 30.1, 31.3),),
            sources=TOLD,
        ),
        Record(
            title="Las limpiadoras no empiezan el turno",
            account=f"{INVENTED}\n\nQuitaron a dos por planta. Esperaron en el comedor hasta que las llamaron.",
            language="es",
            started_on=today - timedelta(days=800),
            ended_on=today - timedelta(days=795),
            estimate_low=60,
            estimate_high=60,
            outcome="partly-won",
            led_by="union",
            codings=(Code("form", "sit-in"), Code("demand", "hours"), Code("branch", "81"), Code("who", "women")),
            employers=(Employer("Brightfloor Services"),),
            organisations=(Organisation("Sección de limpieza", "yes"),),
            places=(Place("town", "ES", "Invented province", "Valdeolmos Bajo", 40.6, -3.4),),
            points=(Point("weak", code="led-from-above", evidence="La firma se acordó sin preguntar en el comedor."),),
            sources=TOLD,
        ),
        Record(
            title="Warehouse loaders refuse the seventh day",
            account=f"{INVENTED}\n\nNobody came on the Sunday that had been added. On Monday they came together.",
            started_on=today - timedelta(days=1200),
            ended_on=today - timedelta(days=1200),
            estimate_low=900,
            estimate_high=1_200,
            outcome="won",
            led_by="mixed",
            codings=(Code("form", "strike"), Code("demand", "hours"), Code("branch", "52")),
            employers=(Employer("Quillwater Foods"), Employer("Quillwater Group", "parent")),
            places=(Place("town", "US", "Invented state", "Cold Spring Yard", 40.1, -83.0),),
            points=(Point("strong", code="chain-leverage", evidence="Two shops had no milk by noon."),),
            sources=TOLD,
        ),
    ]


def earlier() -> list[Record]:
    """Long ago, as exactly as anybody knows."""
    return [
        Record(
            title="The dockers of Port Calder hold the quay",
            account=f"{INVENTED}\n\nAn old woman had it from her grandfather: nine weeks, and soup from the ships.",
            started_on=date(1919, 3, 1),
            started_precision="month",
            ended_on=date(1919, 5, 1),
            ended_precision="month",
            estimate_low=2_000,
            outcome="lost",
            led_by="committee",
            codings=(
                Code("form", "occupation"),
                Code("demand", "hours"),
                Code("branch", "50"),
                Code("response", "police"),
            ),
            employers=(Employer("Calder Quay Company"),),
            places=(Place("town", "GB", "Invented county", "Port Calder", 53.5, 0.1),),
            points=(Point("weak", code="ran-out-of-money"), Point("weak", code="isolated")),
            sources=TOLD,
        )
    ]


def short(today: date) -> list[Record]:
    """Of which no more is known than a line; the last one is the Polish one once more."""
    lines = [
        ("Stoppage at Quillwater Foods", "DE", 500, "52"),
        ("Stoppage at a mill", "IN", 900, "13"),
        ("Stoppage at Quillwater Foods, night shift", "PL", 400, "52"),
    ]
    return [
        Record(
            title=title,
            started_on=today - timedelta(days=days),
            codings=(Code("form", "strike"), Code("branch", branch)),
            employers=(Employer("Quillwater Foods"),) if "Quillwater" in title else (),
            places=(Place("country", country),),
            sources=(Source("https://example.org/invented", "A line in a list, invented"),),
        )
        for title, country, days, branch in lines
    ]
