"""Pure rules on plain values: time, duty, conflicts, audience, validation, coverage."""
