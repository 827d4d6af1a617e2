"""Dialogs and the functions that open them."""
