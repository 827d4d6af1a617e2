"""Councils, regular exchange and good examples."""
