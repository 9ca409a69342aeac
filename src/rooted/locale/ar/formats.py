"""How numbers are written in Arabic: 241 000. Point and comma mean different things from Rabat to Baghdad."""

NUMBER_GROUPING = 3
THOUSAND_SEPARATOR = "\u202f"  # a narrow space that does not break
