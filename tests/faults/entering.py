"""Founding, changing a passphrase and coming in under a kill: one writer, and what must be so after the restart."""

import re
import secrets

from tests.faults.browsing import Browser, secret_text, words_on
from tests.faults.load import Journal, Write

GROUP = {
    "area": "Harrowmere", "languages": "en", "kind": "local", "about": "We help each other.", "listed": "no",
    "outlook": "",
}  # fmt: skip
KINDS = ("founding", "passphrase", "joining")


def somebody() -> dict[str, str]:
    """A sign-in name and a passphrase; like all that is secret, neither may stand anywhere in clear."""
    return {"name": secret_text("name"), "passphrase": secret_text("pass")}


def signing_up(person: dict[str, str]) -> dict[str, str]:
    return {**person, "passphrase_again": person["passphrase"], "called": secret_text("called")}


def entrances(browser: Browser, journal: Journal, seeded: dict, number: int):
    """Somebody new founds a group; then a passphrase is changed and somebody else comes in, again and again."""
    link, person, group = f"/found/{seeded['links'][number]}/", somebody(), f"Founded {secrets.token_hex(4)}"
    answer = browser.post(link, group_name=group, **GROUP, **signing_up(person))
    yield journal.add(Write("founding", group, link, fields=person), answer, answer.status == 302)
    founder = Browser(browser.port, answer.cookies)
    passphrase, board = person["passphrase"], founder.get("/home/").location
    while True:
        old, passphrase = passphrase, secret_text("pass")
        answer = founder.post("/you/passphrase/", old=old, passphrase=passphrase, passphrase_again=passphrase)
        yield journal.add(Write("passphrase", passphrase), answer, answer.status == 302)
        founder.cookies = answer.cookies
        made = founder.post(board.replace("/board/", "/invite/"))
        link, words = re.search(r"/join/\w+/", made.text), words_on(made)
        yield journal.add(Write("asking in", group), made, bool(link))
        if link is None:
            return
        person = somebody()
        answer = browser.post(link[0], words=words, **signing_up(person))
        yield journal.add(Write("joining", group, link[0], fields=person), answer, answer.status == 302)


def compare(port: int, journal: Journal) -> tuple[list[str], int]:
    """What is not as it must be, and how many acknowledged writes were looked at."""
    found, changes = [], journal.of("passphrase")
    for write in journal.of("founding"):
        kept = [write.fields["passphrase"], *(change.text for change in changes if change.acknowledged)]
        open_now = kept[-1:] + [change.text for change in changes if not change.acknowledged]
        found += entered(port, write, open_now)
        if any(home_of(port, write.fields["name"], passphrase) is not None for passphrase in kept[:-1][-1:]):
            found.append("the passphrase before the last acknowledged one still opens")
    for write in journal.of("joining"):
        found += entered(port, write, [write.fields["passphrase"]])
    return found, sum(write.acknowledged for kind in KINDS for write in journal.of(kind))


def entered(port: int, write: Write, passphrases: list[str]) -> list[str]:
    """Somebody is in their group exactly if the link they came by is spent, and is in it if that was acknowledged.

    Exactly one of the passphrases opens: the last acknowledged, or the one that was being written. Nobody but whoever
    was never acknowledged may have no account at all.
    """
    homes = [home_of(port, write.fields["name"], passphrase) for passphrase in passphrases]
    opened = [home for home in homes if home is not None]
    inside, spent = any(opened), Browser(port).get(write.where).status == 404
    said = f"after a {write.kind} that was {'' if write.acknowledged else 'never '}acknowledged"
    found = []
    if len(opened) > 1 or len(opened) < write.acknowledged:
        found.append(f"{said}, {len(opened)} of {len(passphrases)} passphrases open")
    if inside != spent or inside < write.acknowledged:
        found.append(f"{said}: in the group {inside}, link spent {spent}")
    return found


def home_of(port: int, name: str, passphrase: str) -> str | None:
    """The board somebody gets to by signing in: "" without a group, None if nobody signs in so."""
    answer = Browser(port).post("/sign-in/", name=name, passphrase=passphrase)
    if answer.status != 302:
        return None
    page = Browser(port, answer.cookies).get("/home/")
    return page.location if page.status == 302 else ""
