"""What the walks need of how a group decides: the page that says it. Other rules are proposed in `proposals`."""

READ_ONLY = {"rules:rules"}
