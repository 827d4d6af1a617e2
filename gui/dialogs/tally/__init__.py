"""The full-screen tally of an event."""
