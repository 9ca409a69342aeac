"""What the walks need of what leaves the chronicle."""

OBJECTS = {"exports": "struggle"}
VALUES = {"columns": lambda world: ("lat", "nobody")}

READ_ONLY = {
    *("exports:codes", "exports:description", "exports:export-choose", "exports:export-csv", "exports:export-json"),
    *("exports:export-whole", "exports:feed", "exports:struggle", "exports:struggles", "exports:terms"),
}
