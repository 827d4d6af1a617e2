"""Tabs of meetings: who is invited, the agenda, the minutes, what is due when. Each edit is saved at once."""
