"""Calls for a librarian."""
