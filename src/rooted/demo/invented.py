"""The invented neighbourhood of Harrowmere: no town, firm, person or struggle here exists."""

from datetime import date, timedelta

from rooted.records.record import Action, Answer, Code, Day, Employer, Organisation, Place, Point, Record, Source

PASSPHRASE = "lantern gravel otter seven"  # noqa: S105  for everyone of the demo, and said so

GROUPS = {
    "docks": {
        "name": "Docks",
        "area": "Saltend, Harrowmere",
        "languages": "en,pl,ar",
        "kind": "local",
        "about": "We are workers and tenants in Saltend. We help each other against bosses, agencies, landlords and "
        "offices. We do not do it for you: we do it with you.",
        "phone": "01632 960 011",
        "hour_text": "Wednesdays 18:00 to 20:00, back room of the Tide Laundry. Step-free.",
        "members": [("ana", "Ana"), ("bo", "Bo")],
    },
    "depot": {
        "name": "Depot",
        "area": "Northfold, Harrowmere",
        "languages": "en,ro",
        "kind": "workplace",
        "about": "Drivers, loaders and agency workers of the Northfold depots. We talk at the gate and in the canteen.",
        "phone": "",
        "hour_text": "",
        "members": [("cem", "Cem"), ("dara", "Dara"), ("ela", "Ela")],
    },
    "merrow-flats": {
        "name": "Merrow Flats",
        "area": "Merrowgate, Harrowmere",
        "languages": "en,ar,sw",
        "kind": "tenants",
        "about": "Tenants of three blocks of Hask & Tolley. Nobody signs anything alone.",
        "phone": "",
        "hour_text": "Sundays at 16:00 in the stairwell of block 2.",
        "members": [("fay", "Fay"), ("idris", "Idris")],
    },
}

LETTERS = [
    {
        "to": "docks",
        "hours": 40.5,
        "brings": "trouble",
        "language": "en",
        "way": "words",
        "text": "They kept my deposit, all of it, 640. They say the wall was damp before we came but I must pay. "
        "I have pictures. They want the room empty on Friday.",
        "date": "Friday",
    },
    {
        "to": "docks",
        "hours": 30,
        "brings": "work",
        "language": "ar",
        "way": "reach",
        "reach": "01632 960 044, after 8",
        "text": "أعمل في المغسلة ليلًا. منذ شهرين يخصمون ساعة من كل وردية. نحن خمسة، ونريد أن نعرف ماذا نفعل.",
        "taken": "Bo",
        "answers": [("Bo", 6, "شكرًا لرسالتكم. لا توقّعوا شيئًا الآن. هل تستطيعون المجيء يوم الأربعاء في السادسة مساءً؟")],
        "notes": [("Ana", "The laundry is owned by the same firm as the Tollgate flats. Bo asks about the rota.")],
    },
    {
        "to": "docks",
        "hours": 200,
        "brings": "join",
        "language": "en",
        "way": "come",
        "text": "I work at the parcel hub. I would like to come once and listen. Is that fine?",
        "taken": "Ana",
        "answers": [("Ana", 190, "Yes. Come on Wednesday at six, ask for Ana at the counter.")],
    },
    {
        "to": "depot",
        "hours": 20,
        "brings": "work",
        "language": "en",
        "way": "words",
        "text": "The agency says from Monday we are paid from the first parcel, not from the gate. Forty of us.",
    },
]


POINTS = {"Harrowmere": (53.6, -0.2), "Northfold": (53.7, -0.4), "Merrowgate": (53.6, -0.1), "Port Calder": (53.5, 0.1)}


def harrowmere(town: str = "Harrowmere") -> tuple[Place, ...]:
    return (Place("town", "GB", "Invented county", town, *POINTS.get(town, (None, None))),)


def struggles(today: date) -> list[tuple[str, Record]]:
    """(group, record) of each invented struggle, the newest days counted back from `today`."""
    return [
        (
            "docks",
            Record(
                title="Night cleaners stop work over a cut rota",
                account="Invented for the demo.\n\nThe firm hung out a rota with one person less on each floor. The night "
                "shift did not start. Eighty sat down in the canteen and sent two people to say why. The two said only what "
                "the canteen had agreed, and came back with every answer.\n\nOn the third night the day shift brought food "
                "and stayed. The firm took the rota down.",
                started_on=today - timedelta(days=10),
                ended_on=today - timedelta(days=3),
                estimate_low=90,
                estimate_high=140,
                estimate_source="two sources differ",
                outcome="partly-won",
                led_by="wildcat",
                indirect_low=20,
                workforce=410,
                days_low=310,
                days_high=420,
                codings=(
                    Code("form", "sit-in"),
                    Code("form", "strike"),
                    Code("demand", "hours"),
                    Code("contract", "agency"),
                    Code("branch", "81"),
                    Code("who", "night-shift"),
                    Code("who", "migrant"),
                    Code("response", "agency-cover"),
                    Code("response", "talks"),
                ),
                employers=(Employer("Merrowgate Hospital"), Employer("Brightfloor Services", "agency")),
                organisations=(Organisation("Canteen meeting", "no"), Organisation("Health workers’ union", "yes")),
                places=harrowmere(),
                actions=(
                    Action(
                        "sit-in",
                        today - timedelta(days=10),
                        ended_on=today - timedelta(days=8),
                        workers_low=80,
                        words="In the canteen, from ten at night to six in the morning.",
                        days=(
                            Day(today - timedelta(days=10), "Main house", 80, 80),
                            Day(today - timedelta(days=9), "Main house", 90, 110),
                            Day(today - timedelta(days=8), "Main house, day shift", 120, 140, 50),
                        ),
                    ),
                    Action("strike", today - timedelta(days=7), ended_on=today - timedelta(days=3), workers_low=90),
                ),
                answers=(
                    Answer(
                        "decided",
                        "Everyone in the canteen, by hand, each night anew. Nobody was chosen for longer than a night.",
                    ),
                    Answer("union", "It was told on the second day. It sent a leaflet and no one to the canteen."),
                    Answer(
                        "divides", "The agency’s people came last and left first: their contracts ended on Sundays."
                    ),
                ),
                points=(
                    Point(
                        "strong",
                        code="all-shifts",
                        evidence="The day shift brought food on the third night and stayed.",
                    ),
                    Point("strong", code="held-by-assembly", evidence="The two who spoke came back with every answer."),
                    Point("weak", code="split-by-contract", evidence="Nobody had asked the agency’s people before."),
                    Point(
                        "try",
                        code="speak-in-all-languages",
                        evidence="The leaflet in Tagalog was read in the canteen at once.",
                    ),
                    Point("open", evidence="We do not know why the laundry next door stayed at work."),
                ),
                sources=(
                    Source(text="Account of two who took part, written down by Docks. Names left out.", kind="spoken"),
                    Source(text="Leaflet of the day shift, English and Tagalog", kind="print"),
                ),
            ),
        ),
        (
            "depot",
            Record(
                title="Pickers refuse the new scanner targets",
                account="Invented for the demo.\n\nThe scanners began to count seconds. One line agreed at the gate to work at "
                "the old speed, told the next line, and by the third day six lines kept it.",
                started_on=today - timedelta(days=20),
                seen_going_on=today - timedelta(days=2),
                estimate_low=60,
                outcome="goes-on",
                led_by="wildcat",
                support="Come to the gate at Northfold at six in the morning or at two, and bring something hot. Ask nobody’s name.",
                support_until=today + timedelta(days=20),
                codings=(
                    Code("form", "go-slow"),
                    Code("demand", "working-conditions"),
                    Code("branch", "52"),
                    Code("who", "several-contracts"),
                    Code("response", "other-punishment"),
                ),
                employers=(Employer("Quillwater Foods"),),
                points=(
                    Point(
                        "strong",
                        code="spread-across-contracts",
                        evidence="Agency people and permanent ones keep the same speed.",
                    ),
                    Point("weak", words="One gate is not with us", withheld=True),
                ),
                places=harrowmere("Northfold"),
                sources=(Source(text="Told at the gate, two shifts", kind="spoken"),),
            ),
        ),
        (
            "merrow-flats",
            Record(
                title="Tenants of three blocks hold back the rise",
                account="Invented for the demo.\n\nThe letter raised every rent by a fifth. The tenants paid the old rent on the "
                "same day, with the same sentence on each slip. After five weeks the owner took the rise back.",
                started_on=(today - timedelta(days=50)).replace(day=1),
                started_precision="month",
                estimate_low=84,
                estimate_high=84,
                estimate_unit="households",
                outcome="won",
                led_by="committee",
                codings=(Code("form", "rent-strike"), Code("demand", "housing"), Code("branch", "68")),
                points=(Point("strong", words="The same sentence on every slip"),),
                employers=(Employer("Hask & Tolley"),),
                places=harrowmere("Merrowgate"),
                sources=(Source(text="Minutes of the stairwell meetings", kind="document"),),
            ),
        ),
        (
            "depot",
            Record(
                title="Bus drivers bring back a colleague who was sent home",
                account="Invented for the demo.\n\nNo bus left the yard between five and six in the morning.",
                started_on=date(today.year - 1, 6, 9),
                ended_on=date(today.year - 1, 6, 9),
                estimate_low=120,
                estimate_high=150,
                outcome="won",
                led_by="wildcat",
                outcome_after_12="won",
                codings=(Code("form", "strike"), Code("demand", "job-security"), Code("branch", "49")),
                employers=(Employer("Harrowmere Transit"),),
                points=(Point("strong", code="surprise", evidence="The yard learned it from the empty road."),),
                places=harrowmere("Northfold"),
                sources=(Source(text="Three drivers who took part", kind="spoken"),),
            ),
        ),
        (
            "docks",
            Record(
                title="Kitchen and laundry out together for two days",
                account="Invented for the demo.\n\nThe laundry was called back with a promise. The kitchen stood alone on the "
                "third morning and went in. What we would do otherwise: decide the way back together, too.",
                started_on=date(today.year - 1, 1, 1),
                started_precision="year",
                estimate_low=200,
                estimate_high=260,
                outcome="lost",
                led_by="mixed",
                codings=(Code("form", "strike"), Code("demand", "pay-and-benefits"), Code("branch", "86")),
                employers=(Employer("Port Calder Clinic"),),
                points=(
                    Point("weak", code="isolated", evidence="The kitchen stood alone on the third morning."),
                    Point("try", words="Decide the way back together"),
                ),
                places=harrowmere("Port Calder"),
                sources=(Source(text="Account of one who took part", kind="spoken"),),
            ),
        ),
    ]
