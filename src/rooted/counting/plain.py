"""A count as plain data for JSON. Amounts become numbers here, for reading only: nothing is decided by them."""

from collections.abc import Mapping
from typing import Any

from rooted.counting.report import Count, Decision, Stage, Transfer
from rooted.counting.telling import Amount, number, tell


def plain(count: Count | Decision) -> dict[str, Any]:
    """All of the count; `elected` in the order of election, `duels` as [name, votes, votes, name]."""
    if isinstance(count, Decision):
        return _decision(count)
    return {
        "method": count.method,
        "seats": count.seats,
        "quota": None if count.quota is None else _number(count.quota),
        "elected": list(count.elected),
        "tied": list(count.tied),
        "valid": count.valid,
        "blank": count.blank,
        "stages": [_stage(stage) for stage in count.stages],
        "places": [list(names) for names in count.places],
        "duels": [[duel.one, duel.more, duel.fewer, duel.other] for duel in count.duels],
        "sentence": " ".join(map(tell, count.says)),
    }


def _decision(decision: Decision) -> dict[str, Any]:
    """`method`, `carried`, `tally`, `sentence`."""
    return {
        "method": decision.method,
        "carried": decision.carried,
        "tally": dict(decision.tally),
        "sentence": " ".join(map(tell, decision.says)),
    }


def _stage(stage: Stage) -> dict[str, Any]:
    return {
        "stage": stage.number,
        "totals": _numbers(stage.totals),
        "elected": list(stage.elected),
        "excluded": list(stage.excluded),
        "transfer": _transfer(stage.transfer) if stage.transfer else None,
        "exhausted": _number(stage.exhausted),
        "lost": _number(stage.lost),
        "sentence": " ".join(map(tell, stage.says)),
    }


def _transfer(transfer: Transfer) -> dict[str, Any]:
    return {
        "from": transfer.name,
        "surplus": None if transfer.surplus is None else _number(transfer.surplus),
        "to": _numbers(transfer.gains),
        "exhausted": _number(transfer.exhausted),
        "lost": _number(transfer.lost),
    }


def _numbers(amounts: Mapping[str, Amount]) -> dict[str, int | float]:
    return {name: _number(amount) for name, amount in amounts.items()}


def _number(amount: Amount) -> int | float:
    return int(amount) if amount == int(amount) else float(number(amount))
