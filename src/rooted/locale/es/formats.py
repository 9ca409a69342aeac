"""How numbers are written in Spanish: 241 000. Point and comma mean different things from Madrid to Mexico City."""

NUMBER_GROUPING = 3
THOUSAND_SEPARATOR = "\u202f"  # a narrow space that does not break
