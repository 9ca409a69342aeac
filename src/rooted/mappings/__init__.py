"""How the columns of a list become a record. Pure: no database, nothing is guessed in silence, nothing dropped."""
