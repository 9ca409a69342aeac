"""How other registers write their rows: for each the names of its columns and the rows of one record."""
