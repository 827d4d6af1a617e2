"""Stellplätze: where a vehicle can stand."""
