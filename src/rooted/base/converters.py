"""How ids stand in addresses."""

import re

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: no i, l, o, u
LENGTH = 13


class KeyConverter:
    """A random 63-bit id as 13 characters of Crockford's base 32."""

    regex = f"[{ALPHABET}]{{{LENGTH}}}"

    def to_python(self, value: str) -> int:
        number = 0
        for character in value:
            number = number * 32 + ALPHABET.index(character)
        if number >= 2**63:
            raise ValueError(value)
        return number

    def to_url(self, value: int) -> str:
        characters = []
        for _ in range(LENGTH):
            value, place = divmod(value, 32)
            characters.append(ALPHABET[place])
        return "".join(reversed(characters))


class GroupConverter:
    """A group's address: its own word, or a random one when it is unlisted."""

    regex = r"[a-z0-9][a-z0-9-]{0,39}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        if not re.fullmatch(self.regex, value):
            raise ValueError(value)
        return value
