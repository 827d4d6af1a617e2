"""The first page: what happens, what waits, what is missing."""
