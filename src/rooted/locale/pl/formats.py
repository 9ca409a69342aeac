"""How numbers are written in Polish: 241 000."""

NUMBER_GROUPING = 3
THOUSAND_SEPARATOR = "\u202f"  # a narrow space that does not break
