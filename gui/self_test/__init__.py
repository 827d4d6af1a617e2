"""The self-test: whether this very installation can do everything, told as a table."""
