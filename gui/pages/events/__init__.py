"""Events: the table of all of them, and the record of one."""
