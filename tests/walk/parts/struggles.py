"""What the walks know of the chronicle's pages; its record itself stands in the world from the beginning."""

READ_ONLY = {"struggles:struggle-map", "struggles:struggle-timeline"}
