"""Sachsen-Anhalt as facts: Kreise, Gemeinden, postcodes, holidays, shapes and travel estimate."""
