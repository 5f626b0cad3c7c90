"""Patrons who call for a librarian, and those who come."""
