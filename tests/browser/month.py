"""One month of a group of thirty: everybody with an old phone at 320 px and without script."""

from datetime import date, timedelta

from playwright.sync_api import Browser

from tests.browser.profile import Profile
from tests.browser.server import Server
from tests.browser.thirty import PASSPHRASE, name_of

MINUTES = "We agreed: nobody goes alone.\n\n- Flat 3: letter by Friday\n- Leaflets at the gate"


class Week:
    """Some of the thirty at the server on one day of the month. Profiles are fresh: nobody stays signed in for days."""

    def __init__(self, browser: Browser, server: Server, *, folder: str = "month") -> None:
        self.browser, self.server, self.folder = browser, server, folder
        self.people: dict[int, Profile] = {}
        self.day = date.today() + timedelta(days=server.days)  # noqa: DTZ011  the server's clock is ours, put forward

    def member(self, number: int) -> Profile:
        """A member in front of the board, signed in as people do."""
        if number not in self.people:
            who = Profile(self.browser, self.server.address, name=f"member{number:02}", width=320, script=False)
            who.open("/sign-in/")
            who.fill(name=f"member{number:02}", passphrase=PASSPHRASE)
            who.press_main()
            assert who.page.url.endswith("/g/docks/board/"), who.says()
            self.people[number] = who
        return self.people[number]

    def at(self, number: int, place: str) -> Profile:
        who = self.member(number)
        who.open(f"/g/docks/{place}")
        return who

    def stranger(self) -> Profile:
        return self.people.setdefault(0, Profile(self.browser, self.server.address, name="stranger", script=False))

    def shot(self, who: Profile, name: str) -> None:
        who.shot(self.folder, f"day{self.server.days:02}-{name}")

    def wrong(self) -> list[str]:
        return [
            f"day {self.server.days}, {who.name}: {what}" for who in self.people.values() for what in who.witness.wrong
        ]

    # Announcements

    def announces(self, number: int, title: str, text: str) -> None:
        who = self.at(number, "announcements/new/")
        who.fill(title=title, text=text)
        who.press_main()
        assert title in who.says()
        self.shot(who, "announced")

    def wants_to_know_how_many_read(self, number: int) -> None:
        self.at(number, "announcements/count/").press_main()

    def reads_the_newest(self, number: int, text: str) -> None:
        who = self.at(number, "announcements/")
        who.click("main .rows h2 a")
        assert text in who.says()
        who.click("form[action$='/read/'] button")

    # Tasks

    def writes_a_task(self, number: int, text: str, *, in_days: int) -> None:
        who = self.at(number, "tasks/")
        who.fill("form[action$='/tasks/add/']", text=text, due_on=(self.day + timedelta(days=in_days)).isoformat())
        who.click("form[action$='/tasks/add/'] button.main")
        assert text in who.says()

    def takes_a_task(self, number: int) -> None:
        who = self.at(number, "tasks/")
        who.click("form[action$='/take/'] button")
        assert who.find("form[action$='/finish/']").count() >= 1

    def finishes_a_task(self, number: int) -> None:
        who = self.at(number, "tasks/")
        before = who.find("main .rows li").count()
        self.shot(who, "tasks")
        who.click("form[action$='/finish/'] button")
        assert self.at(number, "tasks/").find("main .rows li").count() == before - 1

    # The rota

    def puts_the_phone_on_the_rota(self, number: int) -> None:
        who = self.at(number, "rota/add/")
        who.choose(kind="phone", every_weeks="1")
        for weekday in ("1", "3"):
            who.choose(weekdays=weekday)
        who.fill(hour="18:00 to 20:00", starts_on=self.day.isoformat())
        who.press_main()
        assert self.at(number, "rota/").find("main #page, main .rows li").count() >= 16
        self.shot(who, "rota")

    def takes_a_day(self, number: int) -> None:
        who = self.at(number, "rota/?only=nobody")
        who.click("form[action*='/take/'] button")
        assert who.find(".errors").count() == 0

    def cannot(self, number: int) -> None:
        who = self.at(number, "rota/")
        who.click("form[action*='/offer/'] button")
        self.shot(who, "cannot")

    def two_want_the_same_day(self, first: int, second: int) -> None:
        """Both have the page open; one of them gets the day, the other a sentence."""
        pages = [self.at(number, "rota/?only=nobody") for number in (first, second)]
        for who in pages:
            who.click("form[action*='/take/'] button")
        assert pages[1].find("main .note, main .errors, main [role=alert], main .wrong").count() >= 1, pages[1].says()
        self.shot(pages[1], "too-late")

    # Minutes

    def writes_minutes(self, number: int) -> str:
        who = self.at(number, "notes/new/")
        who.choose(kind="minutes")
        who.fill(title="Thursday", held_on=self.day.isoformat(), text=MINUTES)
        who.press_main()
        assert "nobody goes alone" in who.says()
        return who.page.url

    def two_write_at_once(self, first: int, second: int, address: str) -> None:
        one, other = self.member(first), self.member(second)
        for who in (one, other):
            who.open(f"{address}edit/")
        one.fill("main form", text=MINUTES + "\n- Flat 4: heating")
        one.press_main()
        other.fill("main form", text=MINUTES + "\n- Depot: gate at five")
        other.press_main()
        assert "heating" in other.says()
        assert "gate at five" in other.find("main form [name=text]").input_value()
        self.shot(other, "both-wrote")
        other.fill("main form", text=MINUTES + "\n- Flat 4: heating\n- Depot: gate at five")
        other.press_main()
        other.open(f"{address}compare/")
        assert other.find("main ins").count() >= 1
        self.shot(other, "compared")

    # Roles, the hand-over, leaving

    def writes_a_role(self, number: int) -> None:
        who = self.at(number, "roles/add/")
        who.fill(name="Keys of the room", about="Opens at half past six.")
        who.press_main()

    def takes_the_role(self, number: int) -> None:
        who = self.at(number, "roles/")
        who.click("main a[href$='/take/']")
        who.choose(months="3")
        who.press_main()
        assert name_of(number) in self.at(number, "roles/").says()

    def prints_the_hand_over(self, number: int) -> str:
        who = self.at(number, "hand-over/print/")
        self.shot(who, "hand-over")
        return who.says()

    def leaves(self, number: int) -> None:
        who = self.at(number, "members/part/")
        who.press_main()
        assert who.page.goto(f"{self.server.address}/g/docks/announcements/").status == 404

    def changes_the_keys(self, number: int) -> None:
        """The page of the change goes on by itself, press by press, until nothing hangs on the old key."""
        who = self.at(number, "members/keys/")
        for _press in range(20):
            if not who.find("main form button.main").count():
                break
            who.press_main()
        self.shot(who, "keys")

    # A letter

    def somebody_writes(self, text: str) -> None:
        stranger = self.stranger()
        stranger.open("/g/docks/letter/")
        stranger.page.wait_for_timeout(3_200)  # a letter sent within three seconds is asked for once more
        stranger.choose(brings="trouble", way="words")
        stranger.fill(text=text)
        stranger.press_main()
        assert len(stranger.words()) == 5

    def answers_the_letter(self, number: int, answer: str) -> None:
        who = self.at(number, "letters/")
        who.click("main .rows h2 a, main .rows h3 a")
        who.fill("form[action$='/answer/']", text=answer)
        who.click("form[action$='/answer/'] button.main, form[action$='/answer/'] button")
        assert answer in who.says()
