"""What the walks know of comparisons: three pages that only read."""

READ_ONLY = {"comparisons:compare", "comparisons:together", "comparisons:beside"}
