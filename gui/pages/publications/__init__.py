"""Publikationen: brochures and leaflets by edition and language, their stock and what to order."""
