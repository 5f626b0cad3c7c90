"""Patrons who sign in."""
