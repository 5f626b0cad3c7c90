"""Kills the database's leader under kiosk traffic, and counts what was lost."""
