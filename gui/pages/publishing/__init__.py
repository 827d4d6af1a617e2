"""The page of publishing: where calendars go, what waits, and the addresses to hand on."""
