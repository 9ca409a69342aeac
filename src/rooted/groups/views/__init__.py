"""Pages of groups: ways in, the public page, members, removal."""
