"""What this app seals. `seat` is the id of the seat that wrote it; a time is ISO 8601 with its zone.

Whatever belongs to one row names it, so that one put into another's place is not read as it. The questions are found
by what the assembly keeps of them, so nothing here is searched.
"""

from rooted.circles.kinds import SealedKind

# `options`: texts, in their order. `rules`: methods.Rules as plain values. `closes_at`: a time, or "".
QUESTION = SealedKind(
    name="ballots.question",
    fields=("question", "title", "text", "options", "method", "rules", "closes_at", "seat"),
    searched=False,
)
# `choice`: methods.py says which form it has. `how`: "self", "phone" or "paper"; `by` entered it, `confirmed_by`
# confirmed it (0: nobody yet). `before`: the same of the vote that counts until this one is confirmed, or null.
VOTE = SealedKind(
    name="ballots.vote",
    fields=("elector", "choice", "reason", "how", "by", "confirmed_by", "before"),
    searched=False,
)
# `check`: 32 bytes in hex, by which a count is known to come from somebody with the sitting's key. `again`: the seat
# that asked for a new count, 0 for none.
SITTING = SealedKind(
    name="ballots.sitting",
    fields=("sitting", "name", "language", "check", "seat", "again"),
    searched=False,
    added={"again": 0},
)
# What was counted before a sitting counted again, [present, figures] each, the last last; it stands until both tellers
# agree anew.
EARLIER = SealedKind(name="ballots.earlier", fields=("sitting", "counts", "reasons"), searched=False)
CODES = SealedKind(name="ballots.codes", fields=("sitting", "first", "second"), searched=False)
# What both tellers typed: {choice or number of an option: hands}; dropped in without a key, known by its `proof`.
# `reasons`: of objections, as either teller wrote them down, with no name.
COUNT = SealedKind(
    name="ballots.count",
    fields=("figures", "present", "reasons", "proof"),
    write_only=True,
    searched=False,
    added={"reasons": ()},
)
# `typed`: [seat, number] of each member who typed the number for the lots, as they typed it.
NUMBER = SealedKind(name="ballots.number", fields=("question", "typed"), searched=False)
# result.Result as plain values.
RESULT = SealedKind(name="ballots.result", fields=("question", "result", "seat"), searched=False)
