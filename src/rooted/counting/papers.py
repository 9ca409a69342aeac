"""One ballot as a short row of bytes, so that a hundred thousand of them are sorted and passed on in moments.

Each byte is the number of an option (from 0), the most wanted first. Options wanted equally stand between OPEN and
CLOSE. What is not ranked is not there: b"\x02" ranks one option, b"" is a blank ballot.
"""

OPEN, CLOSE = 0xFE, 0xFD
MOST = 250  # options; a byte has no room for more

Ranking = tuple[tuple[int, ...], ...]  # ranks, the best first; each holds the options that share it


def paper(ranking: Ranking) -> bytes:
    """The ranking as bytes. ValueError if an option is named twice, is below 0, or is beyond the 250th."""
    row = bytearray()
    for rank in ranking:
        if len(rank) == 1:
            row.append(rank[0])
        elif rank:
            row += bytes((OPEN, *sorted(rank), CLOSE))
    named = row.translate(None, bytes((OPEN, CLOSE)))
    if len(set(named)) != len(named) or len(named) != sum(map(len, ranking)) or max(named, default=0) >= MOST:
        raise ValueError(f"A ballot names each of at most {MOST} options once, not {ranking}.")
    return bytes(row)


def ranking(row: bytes) -> Ranking:
    """What the bytes say; a rank of which nobody is left is left out."""
    ranks: list[tuple[int, ...]] = []
    at = 0
    while at < len(row):
        if row[at] == OPEN:
            end = row.index(CLOSE, at)
            ranks += [tuple(row[at + 1 : end])] if end > at + 1 else []
            at = end + 1
        else:
            ranks.append((row[at],))
            at += 1
    return tuple(ranks)


def fronts(row: bytes) -> list[bytes]:
    """A row that begins with a shared rank, once for each option of it: that option first, then what is left.

    Who shares a rank is in no order, so what goes on from one goes on to the others of it before anybody lower.
    """
    while row[:1] == bytes((OPEN,)):
        end = row.index(CLOSE)
        shared, rest = row[1:end], row[end + 1 :]
        if shared:
            return [bytes((one,)) + _closed(shared.replace(bytes((one,)), b"")) + rest for one in shared]
        row = rest
    return [row] if row else []


def _closed(shared: bytes) -> bytes:
    return bytes((OPEN,)) + shared + bytes((CLOSE,)) if len(shared) > 1 else shared
