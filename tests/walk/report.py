"""How a walk says what it found: every line, each with what to do."""


def none_wrong(found: list[str]) -> None:
    assert not found, "\n\n" + "\n".join(found) + "\n"
