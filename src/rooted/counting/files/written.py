"""Writing ballots as .blt and PrefLib files. Nothing is lost: what a format cannot say is refused."""

from collections.abc import Sequence

from rooted.counting.files.text import BallotFile
from rooted.counting.telling import Refused


def write_blt(file: BallotFile) -> str:
    """The text of a .blt file; read_blt() gives the same file back. One place, where the file says none."""
    ballots = file.ballots
    lines = [f"{len(ballots.options)} {file.seats or 1}"]
    lines += [f"-{option + 1}" for option in sorted(ballots.withdrawn)]
    for ranks, n in ballots.rankings():
        words = ["=".join(str(option + 1) for option in rank) for rank in ranks]
        lines.append(" ".join((str(n), *words, "0")))
    lines += ["0", *(_quoted(name) for name in ballots.options)]
    lines += [_quoted(file.title)] if file.title else []
    return "\n".join(lines) + "\n"


def _quoted(name: str) -> str:
    inner = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inner}"'


def kind_for(file: BallotFile) -> str:
    """The narrowest PrefLib kind that holds these ballots: soc, soi, toc or toi."""
    return kind_of([ranks for ranks, _ in file.ballots.rankings()], len(file.ballots.options))


def kind_of(rankings: Sequence[Sequence[Sequence[int]]], options: int) -> str:
    """The same of rankings of so many options."""
    ties = any(len(ranks) < sum(map(len, ranks)) for ranks in rankings)
    short = any(sum(map(len, ranks)) < options for ranks in rankings)
    return ("t" if ties else "s") + "o" + ("i" if short else "c")


def write_preflib(file: BallotFile, kind: str, name: str = "ballots") -> str:
    """The text of a PrefLib file. Refused, if its `kind` cannot say what the ballots say."""
    ballots = file.ballots
    needed = kind_for(file)
    if needed[0] == "t" and kind[0] == "s":
        raise Refused("kind-ties", kind=kind)
    if needed[2] == "i" and kind[2] == "c":
        raise Refused("kind-short", kind=kind)
    if b"" in ballots.papers:
        raise Refused("kind-blank")
    if ballots.withdrawn:
        raise Refused("kind-withdrawn")
    head = {
        "FILE NAME": f"{name}.{kind}",
        "TITLE": file.title,
        "DESCRIPTION": "",
        "DATA TYPE": kind,
        "MODIFICATION TYPE": "original",
        "RELATES TO": "",
        "RELATED FILES": "",
        "PUBLICATION DATE": "",
        "MODIFICATION DATE": "",
        "NUMBER ALTERNATIVES": len(ballots.options),
        "NUMBER VOTERS": ballots.total,
        "NUMBER UNIQUE ORDERS": len(ballots.papers),
        **{f"ALTERNATIVE NAME {number}": option for number, option in enumerate(ballots.options, 1)},
    }
    lines = [f"# {key}: {value}" for key, value in head.items()]
    ordered = sorted(ballots.rankings(), key=lambda group: -group[1])
    lines += [f"{n}: {','.join(map(_rank, ranks))}" for ranks, n in ordered]
    return "\n".join(lines) + "\n"


def _rank(rank: tuple[int, ...]) -> str:
    inner = ",".join(str(option + 1) for option in rank)
    return "{" + inner + "}" if len(rank) > 1 else inner
