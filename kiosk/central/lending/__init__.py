"""Reserving, as the library decides about it."""
