"""What the walks need of what leaves the chronicle."""

OBJECTS = {"exports": "struggle"}
VALUES = {"columns": lambda world: ("lat", "nobody")}
