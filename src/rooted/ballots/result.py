"""From votes or hands to a result. Pure: no database, whole numbers and fractions only, a tie is never carried."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from fractions import Fraction
from typing import Any

from rooted.ballots.hiding import FEWEST, enough, hidden, never_shown, withheld
from rooted.ballots.methods import AGREE, APPROVE, BLOCK, HIGHEST_SCORE, NO, OBJECT, RANK, SCORE, STAND, YES, Asked
from rooted.ballots.ranking import LOT, STANDARD, Papers, count_ranked, draw_lots, papers_of
from rooted.ballots.slips import in_figures, papers_in
from rooted.counting.lots import as_agreed
from rooted.counting.methods.approval import approval_of_totals
from rooted.counting.methods.score import score_of_totals
from rooted.counting.methods.stands import Stands, decide
from rooted.counting.report import Count, Decision
from rooted.counting.telling import Sentence as Told

CARRIED, NOT_CARRIED, BLOCKED, INQUORATE = "carried", "not carried", "blocked", "inquorate"
STRONG_NO = Fraction(2, 3)  # of yes and no in one sitting
MAJORITIES = {"majority", "absolute", "two-thirds", "share"}


@dataclass(frozen=True)
class Sentence:
    """One sentence of a result: sentences.py has its words; `values` what they speak of."""

    key: str
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Sat:
    """What one sitting counted: hands by word or number of an option; slips as slips.py has them.

    `earlier`: (present, figures) of what it counted before it counted again. `reasons`: of objections.
    """

    name: str
    present: int
    figures: Mapping[str, int]
    earlier: Sequence[tuple[int, Mapping[str, int]]] = ()
    reasons: Sequence[str] = ()


@dataclass(frozen=True)
class SittingRow:
    """One sitting as it is shown; of rankings, the first places. `together`: how many hidden sittings this row adds up;
    0 for a sitting of its own. `earlier`: [present, figures] counted before it counted again; they no longer hold.
    """

    name: str
    present: int
    figures: dict[str, int]
    together: int = 0
    earlier: list[list[Any]] = field(default_factory=list)


@dataclass(frozen=True)
class Result:
    """What came out. `figures`: votes or hands by word or number of an option, None where all must be hidden.

    `cast`: how many voted, or were present; `entitled`: how many could have, 0 where hands were counted. `winners`: in
    the order of their election. `rows`: sittings as they may be shown; `concealed`: names of those that may not; `out`:
    names of those that did not count. `papers`: choices of members among options with how many chose so.
    `reasons`: of objections, [sitting, reason]; without the sitting where its figures are not shown.
    """

    outcome: str
    sentences: list[Sentence]
    figures: dict[str, int] | None
    cast: int
    entitled: int = 0
    winners: list[str] = field(default_factory=list)
    rows: list[SittingRow] = field(default_factory=list)
    concealed: list[str] = field(default_factory=list)
    out: list[str] = field(default_factory=list)
    papers: Papers = field(default_factory=list)
    reasons: list[list[str]] = field(default_factory=list)

    def as_plain(self) -> dict[str, Any]:
        """The same as JSON holds it."""
        return asdict(self)

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> "Result":
        """What `as_plain` made."""
        parts = {
            "sentences": [Sentence(**one) for one in plain["sentences"]],
            "rows": [SittingRow(**one) for one in plain["rows"]],
        }
        return cls(**(plain | parts))


def count_votes(asked: Asked, choices: Sequence[Any], entitled: int) -> Result:
    """The result of votes given one by one; `choices` in any order, each one of methods.check_choice's."""
    cast, form = len(choices), asked.how.form
    figures = None if form == RANK else _added(asked, choices)
    papers = [] if form == STAND else papers_of(choices)
    if cast < asked.rules.quorum:
        return replace(_inquorate(asked, figures, cast, entitled), papers=papers)
    if form == STAND:
        outcome, sentences = _stand(asked, figures or {}, entitled)
        return Result(outcome, sentences, figures, cast, entitled)
    outcome, sentences, winners = _ranked(asked, papers) if figures is None else _most(asked, figures, cast)
    return Result(outcome, sentences, figures or {}, cast, entitled, winners, papers=papers)


def _ranked(asked: Asked, papers: Papers) -> tuple[str, list[Sentence], list[str]]:
    count, motions = count_ranked(asked, papers), asked.method == "motions"
    tie = Sentence("tie_of_names", {"names": list(count.tied)})
    outcome, sentences, winners = _chosen(count, tie, "none_wins" if papers and motions else "nobody_chosen")
    return outcome, [*sentences, *(_why(count) if motions else [])], winners


def _why(count: Count) -> list[Sentence]:
    """Which motions were left out, and against which others the winner wins."""
    says = (*(one for stage in count.stages for one in stage.says), *count.says)
    return [_of(one) for one in says if one.key in {"beats-all", "beats-by-path", "not-above"}]


def _of(told: Told) -> Sentence:
    """A sentence of rooted.counting as one of a result."""
    return Sentence(told.key.replace("-", "_"), dict(told.values))


def count_lots(asked: Asked, number: str) -> Result:
    """The names drawn from `number`, which anyone can draw again; nobody votes."""
    drawn, following = draw_lots(asked, number)
    sentences = [Sentence("drawn", {"names": drawn, "seed": as_agreed(number)})]
    if following:
        sentences.append(Sentence("next_drawn", {"names": following}))
    sentences += [Sentence("lots_source", {"source": asked.rules.seed}), Sentence("lots_rule", {"rule": LOT})]
    return Result(CARRIED, sentences, {}, 0, winners=drawn)


def number_drawn(result: Result) -> str:
    """The number that all names were drawn with; "" where none were."""
    return next((one.values["seed"] for one in result.sentences if one.key == "drawn"), "")


def _added(asked: Asked, choices: Sequence[Any]) -> dict[str, int]:
    """Votes by word; approvals or scores by number of the option."""
    form, counted = asked.how.form, Counter(dict.fromkeys(_keys(asked), 0))
    for choice in choices:
        if form == STAND:
            counted[choice] += 1
        elif form == APPROVE:
            counted.update(str(one) for one in choice)
        elif form == SCORE:
            counted.update({str(place): score for place, score in enumerate(choice)})
    return dict(counted)


def _keys(asked: Asked) -> list[str]:
    return list(asked.how.choices) or [str(number) for number in range(len(asked.names))]


def count_sittings(asked: Asked, sats: Sequence[Sat], out: Sequence[str] = ()) -> Result:
    """The result of hands or slips; `sats` in their places, `out` the names of sittings that did not count.

    Of rankings the piles of all sittings are added up: how one sitting ranked is never told, only its first places.
    """
    ranked = asked.how.form == RANK
    papers = papers_in(sat.figures for sat in sats) if ranked else []
    sats = [_shown_as(asked, sat) for sat in sats]
    present = sum(sat.present for sat in sats)
    figures = {key: sum(sat.figures.get(key, 0) for sat in sats) for key in _keys(asked)}
    rows, concealed, shown = _rows(sats, len(out))
    result = _of_hands(asked, sats, out, figures, present, papers)
    sentences = [*result.sentences, *_strong_noes(asked, rows, result.outcome)]
    return Result(
        result.outcome, sentences if shown else [one for one in sentences if one.key == "chosen"],
        ({} if ranked else figures) if shown else None, present,
        winners=result.winners, rows=rows, concealed=concealed, out=list(out), papers=papers if shown else [],
        reasons=reasons_of(sats, {row.name for row in rows if not row.together}),
    )  # fmt: skip


def reasons_of(sats: Sequence[Sat], shown: set[str]) -> list[list[str]]:
    """[sitting, reason] of each objection; no sitting where its figures are not `shown`."""
    return [[sat.name if sat.name in shown else "", reason] for sat in sats for reason in dict.fromkeys(sat.reasons)]


def _shown_as(asked: Asked, sat: Sat) -> Sat:
    earlier = [(present, in_figures(asked, figures)) for present, figures in sat.earlier]
    return Sat(sat.name, sat.present, in_figures(asked, sat.figures), earlier, sat.reasons)


def _row(sat: Sat, *, alone: bool = False) -> SittingRow:
    earlier = [[present, dict(figures)] for present, figures in sat.earlier if alone or present >= FEWEST]
    return SittingRow(sat.name, sat.present, dict(sat.figures), earlier=earlier)


def _of_hands(
    asked: Asked, sats: Sequence[Sat], out: Sequence[str], figures: dict[str, int], present: int, papers: Papers
) -> Result:
    rules = asked.rules
    if not sats:
        return Result(INQUORATE, [Sentence("none_counted", {})], figures, present)
    short_of = rules.quorum_each and (out or any(sat.present < rules.quorum_each for sat in sats))
    if present < rules.quorum or short_of:
        return _inquorate(asked, figures, present, 0, each=bool(short_of) and present >= rules.quorum)
    if asked.how.form != STAND:
        ranked = asked.how.form == RANK
        outcome, sentences, winners = _ranked(asked, papers) if ranked else _most(asked, figures, present)
        return Result(outcome, sentences, figures, present, winners=winners)
    outcome, sentences = _stand(asked, figures, present)
    if outcome == CARRIED and rules.majority_each and asked.method in MAJORITIES and not _in_each(asked, sats, out):
        outcome, sentences = NOT_CARRIED, [Sentence("not_in_each", dict(figures))]
    return Result(outcome, sentences, figures, present)


def _in_each(asked: Asked, sats: Sequence[Sat], out: Sequence[str]) -> bool:
    return not out and all(_holds(asked, sat.figures, sat.present) for sat in sats)


def _rows(sats: Sequence[Sat], out: int) -> tuple[list[SittingRow], list[str], bool]:
    """The rows to show, the names of the hidden sittings, and whether the total may be shown.

    Only a sitting that was asked alone is never hidden, however small: it is the whole vote. Hidden ones that a page
    showed before some sitting counted again give away the others with the total.
    """
    alone, present = len(sats) + out == 1, [sat.present for sat in sats]
    places = set() if alone else hidden(present)
    rows = [_row(sat, alone=alone) for place, sat in enumerate(sats) if place not in places]
    away = [sats[place] for place in sorted(places)]
    concealed = [sat.name for sat in away]
    if not away:
        return rows, concealed, True
    if not enough(present, never_shown([[*(people for people, _ in sat.earlier), sat.present] for sat in sats])):
        return rows, concealed, False
    summed: Counter[str] = Counter()
    for sat in away:
        summed.update(sat.figures)
    together = SittingRow("", sum(sat.present for sat in away), dict(summed), together=len(away))
    return [*rows, together], concealed, True


def so_far(asked: Asked, sats: Sequence[Sat], out: int) -> list[SittingRow]:
    """What may be shown before the close, while `out` sittings have not counted: never a total, never one that the end
    may have to hide. Once all have counted, what the result will show of each."""
    if out and asked.rules.closed_until_last:
        return []
    present = [sat.present for sat in sats]
    places = withheld(present) if out else hidden(present)
    return [_row(_shown_as(asked, sat)) for place, sat in enumerate(sats) if place not in places]


def _strong_noes(asked: Asked, rows: Sequence[SittingRow], outcome: str) -> list[Sentence]:
    """A minority's strong No is said, never averaged away."""
    if outcome != CARRIED or asked.method not in MAJORITIES:
        return []
    found = [row for row in rows if _strongly_against(row.figures)]
    return [
        Sentence("strong_no_together" if row.together else "strong_no", {"name": row.name, **_yes_no(row.figures)})
        for row in found
    ]


def _strongly_against(figures: Mapping[str, int]) -> bool:
    yes, no = figures.get(YES, 0), figures.get(NO, 0)
    return no > 0 and no >= STRONG_NO * (yes + no)


def _yes_no(figures: Mapping[str, int]) -> dict[str, int]:
    return {YES: figures.get(YES, 0), NO: figures.get(NO, 0)}


def _inquorate(asked: Asked, figures: dict[str, int] | None, cast: int, entitled: int, each: bool = False) -> Result:
    key, needed = ("inquorate_each", asked.rules.quorum_each) if each else ("inquorate", asked.rules.quorum)
    return Result(INQUORATE, [Sentence(key, {"cast": cast, "needed": needed})], figures or {}, cast, entitled)


def _stand(asked: Asked, figures: Mapping[str, int], size: int) -> tuple[str, list[Sentence]]:
    """The outcome of stands taken. `size`: how many could say it, electors or people present."""
    against = {"consent": OBJECT, "consensus": BLOCK}.get(asked.method)
    if against is not None and figures[against]:
        return BLOCKED, [Sentence(f"{asked.method}_blocked", dict(figures))]
    outcome = CARRIED if _holds(asked, figures, size) else NOT_CARRIED
    key = asked.method if asked.method not in MAJORITIES else "majority"
    sentences = [Sentence(f"{key}_{'carried' if outcome == CARRIED else 'not_carried'}", dict(figures))]
    in_favour = figures.get(YES, 0) + figures.get(AGREE, 0)
    if outcome == CARRIED and in_favour < asked.rules.pledges:
        return NOT_CARRIED, [Sentence("pledges", {"said": in_favour, "needed": asked.rules.pledges})]
    share = _share(asked, figures, size) if asked.method in MAJORITIES else []
    short = any(one.key == "share_missed" for one in share)
    if outcome == NOT_CARRIED and asked.method in MAJORITIES and figures[YES] == figures[NO] and not short:
        sentences = [Sentence("tie", _yes_no(figures))]
    return outcome, sentences + share


def _holds(asked: Asked, figures: Mapping[str, int], size: int) -> bool:
    """Whether these stands carry the question by its method."""
    if asked.method == "together":
        return 0 < size == figures.get(AGREE, 0)
    return _counted(asked, figures, size).carried


def _counted(asked: Asked, figures: Mapping[str, int], size: int) -> Decision:
    return decide(Stands(STANDARD[asked.method], figures, asked.rules.least, size))


def _share(asked: Asked, figures: Mapping[str, int], size: int) -> list[Sentence]:
    """How many had to say yes, where that is more than one more than no."""
    says = _counted(asked, figures, size).says
    return [_of(one) for one in says if one.key.startswith("share-")]


def _most(asked: Asked, figures: Mapping[str, int], cast: int) -> tuple[str, list[Sentence], list[str]]:
    """The options with the most approvals, or the highest sums."""
    totals, seats = {name: figures[str(number)] for number, name in enumerate(asked.names)}, asked.rules.seats
    if asked.how.form == SCORE:
        count = score_of_totals(totals, cast, HIGHEST_SCORE, seats)
    else:
        count = approval_of_totals(totals, cast, seats)
    tie = Sentence("tie_of_options", {"names": list(count.tied), "number": max(totals.values())})
    return _chosen(count, tie, "nobody_chosen")


def _chosen(count: Count, tie: Sentence, nobody: str) -> tuple[str, list[Sentence], list[str]]:
    """Who is elected; else the `tie`, if there is one, or that nobody is."""
    if not count.elected:
        return NOT_CARRIED, [tie if count.tied else Sentence(nobody)], []
    sentences = [Sentence("chosen", {"names": list(count.elected)})]
    if count.tied:
        sentences.append(Sentence("place_empty", {"names": list(count.tied)}))
    return CARRIED, sentences, list(count.elected)
