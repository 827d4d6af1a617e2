"""Handouts: the library of texts, an editor with a live preview, editions in other languages."""
