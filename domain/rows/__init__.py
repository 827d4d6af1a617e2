"""Frozen result rows and drafts; standard library only."""
