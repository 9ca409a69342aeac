"""What lies on the desks of the invented neighbourhood. No town, firm, person or struggle here exists."""

from datetime import date, datetime, timedelta

from rooted.demo.invented import harrowmere
from rooted.drafts.draft import Draft
from rooted.drafts.notworked import Stretch
from rooted.drafts.steps.did import counted
from rooted.groups.models import Seat
from rooted.records.record import Action, Answer, Code, Employer, Organisation, Point, Record, Source
from rooted.reports.actions import Forward, begin_report, put_forward, release_report, save_draft
from rooted.reports.models import Report

INVENTED = "Invented for the demo."


def fill(seats: dict[str, dict[str, Seat]], *, now: datetime) -> None:
    """A draft in the works; one that runs, some of it kept back; one with lessons; one of 1919."""
    today = now.date()
    ana, bo = seats["docks"]["Ana"], seats["docks"]["Bo"]
    cem, dara = seats["depot"]["Cem"], seats["depot"]["Dara"]
    fay, idris = seats["merrow-flats"]["Fay"], seats["merrow-flats"]["Idris"]
    _in_the_works(ana, bo, now=now)
    said = Forward(publish_on=today, why="The pickets are in the street already; everybody knows.")
    runs = Draft(_running(today), participant=True, kept=frozenset({"ask-money", "began"}))
    _published(cem, dara, runs, now=now, said=said)
    _published(fay, idris, Draft(_with_lessons(today)), now=now)
    _published(bo, ana, Draft(_dossier()), now=now)


def _published(first: Seat, second: Seat, draft: Draft, *, now: datetime, said: Forward | None = None) -> None:
    report = begin_report(first, draft, now=now - timedelta(days=2))
    put_forward(report, said or Forward(), seat=first, seen=1, now=now)
    release_report(report, seat=second, seen=1, now=now)


def _in_the_works(ana: Seat, bo: Seat, *, now: datetime) -> None:
    begun = Record(
        title="Laundry workers refuse the hour that is taken off",
        started_on=now.date().replace(day=1),
        started_precision="month",
        employers=(Employer("Tide Laundry"), Employer("Brightfloor Services", "agency")),
        places=harrowmere("Saltend"),
    )
    report: Report = begin_report(ana, Draft(begun), now=now - timedelta(days=3))
    told = Answer("spark", f"{INVENTED} The rota said eight hours, the slip said seven.")
    source = Source(text="Told by three who work there", kind="spoken")
    changed = Record(**{**vars(begun), "answers": (told,), "sources": (source,)})
    notes = "Ask the morning shift whether they know. Nobody writes names down."
    draft = Draft(changed, notes=notes)
    save_draft(report, draft, seat=bo, seen=1, now=now - timedelta(days=1), step="ask-spark")


def _running(today: date) -> Record:
    return Record(
        title="Bottling line stands still for the two who were sent home",
        account=f"{INVENTED}\n\nTwo were sent home for asking about the heat. The line they left stopped within "
        "the hour, the next shift did not start it again.",
        started_on=today - timedelta(days=4),
        seen_going_on=today,
        estimate_low=70,
        estimate_high=110,
        estimate_source="the committee; the firm says 60",
        led_by="committee",
        outcome="goes-on",
        support="Come to the gate of Quillwater Foods, Northfold, at any hour: bring water and something warm.\n\n"
        "If you drive for an agency: do not take a shift there this week.",
        support_until=today + timedelta(days=6),
        codings=(Code("form", "strike"), Code("form", "picket"), Code("demand", "safety"), Code("branch", "11")),
        employers=(Employer("Quillwater Foods"), Employer("Calder Staffing", "agency")),
        organisations=(Organisation("Line committee", "no"),),
        places=harrowmere("Northfold"),
        answers=(
            Answer("decided", "At the line, standing. Whoever wanted to speak spoke; then hands."),
            Answer("money", "The committee has enough for nine days. The firm must not know that."),
        ),
        points=(
            Point("strong", code="all-shifts", evidence="The second shift kept the line still, too."),
            Point("weak", code="split-by-contract", evidence="The drivers still load the stock.", withheld=True),
        ),
        sources=(Source(text="Three who stand at the gate", kind="spoken"),),
    )


def _with_lessons(today: date) -> Record:
    ended = today - timedelta(days=100)
    days = Stretch(ended - timedelta(days=4), ended, "Block 2", 18, 25, weekdays=True).days
    record = Record(
        title="Caretakers and cleaners of the blocks out together",
        account=f"{INVENTED}\n\nThe caretakers are employed by the owner, the cleaners by an agency. For five days "
        "both stayed away, and the tenants carried the bins to the owner’s office.",
        started_on=ended - timedelta(days=4),
        ended_on=ended,
        estimate_low=18,
        estimate_high=25,
        workforce=31,
        led_by="wildcat",
        outcome="partly-won",
        codings=(
            Code("form", "strike"),
            Code("demand", "pay-and-benefits"),
            Code("contract", "inhouse"),
            Code("contract", "agency"),
            Code("branch", "81"),
            Code("response", "talks"),
            Code("response", "agency-cover"),
        ),
        employers=(Employer("Hask & Tolley", "landlord"), Employer("Brightfloor Services", "agency")),
        places=harrowmere("Merrowgate"),
        actions=(Action("strike", ended - timedelta(days=4), "day", ended, "day", 18, 25, days=days),),
        answers=(
            Answer("work", "Without the bins and the stairs the blocks cannot be let."),
            Answer("against", "The agency sent four people. They were told why, and two of them stayed out."),
            Answer("demands", "The same hour’s pay for both was met. Hiring the cleaners themselves was dropped."),
        ),
        points=(
            Point("strong", code="spread-across-contracts", evidence="Nobody signed before the others had an offer."),
            Point("strong", words="Tenants took part", evidence="The bins at the office were in the newspaper."),
            Point("weak", code="ran-out-of-money", evidence="On the fifth day three had to go back."),
            Point("try", code="ask-other-sites-first", evidence="The owner has nine more blocks. We asked too late."),
            Point("open", words="Who gave the list of names to the agency?", evidence="It had two who had left."),
        ),
        sources=(
            Source(text="Minutes of the stairwell meetings", kind="document"),
            Source(text="Account of four who took part", kind="spoken"),
        ),
    )
    return counted(record)


def _dossier() -> Record:
    return Record(
        title="Tram and gas workers stop the town",
        account=f"{INVENTED}\n\nThe depot elected one from each shed, men and women alike. For eight days no tram ran "
        "and the lamps were lit only at the hospital, because the sheds had decided so.",
        started_on=date(1919, 3, 1),
        started_precision="month",
        ended_on=date(1919, 3, 1),
        ended_precision="month",
        estimate_low=2_000,
        estimate_high=3_500,
        estimate_source="the newspaper of the port; the company",
        led_by="committee",
        outcome="won",
        codings=(Code("form", "strike"), Code("demand", "hours"), Code("branch", "35"), Code("branch", "49")),
        employers=(Employer("Harrowmere Tramways"), Employer("Harrowmere Gas Company")),
        organisations=(Organisation("Committee of the sheds", "no"), Organisation("Tramwaymen’s union", "yes")),
        places=harrowmere(),
        answers=(Answer("later", "The eight-hour day was kept. The women were dismissed within the year."),),
        points=(
            Point("strong", code="held-by-assembly", evidence="The sheds decided which lamps were lit."),
            Point("weak", words="Women were left out of the agreement", evidence="Only the men’s sheds are in it."),
            Point("open", words="What became of those dismissed?"),
        ),
        sources=(
            Source("", "The newspaper of the port", "print", date(1919, 3, 1), published_precision="month"),
            Source(text="Minutes of the town council, volume 14", kind="document"),
        ),
    )
