"""Taking over a calendar file: what becomes of each entry first, then one step that can be taken back."""
