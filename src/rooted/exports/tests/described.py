"""An answer of the read API held to its description."""

import json
from pathlib import Path

from jsonschema import Draft202012Validator, FormatChecker

DESCRIPTION = json.loads((Path(__file__).resolve().parent.parent / "openapi.json").read_text())


def fits(name, value):
    """Raises jsonschema's ValidationError unless `value` is what components/schemas/<name> says."""
    schema = {"$ref": f"#/components/schemas/{name}", "components": DESCRIPTION["components"]}
    Draft202012Validator(schema, format_checker=FormatChecker()).validate(value)
    return value
