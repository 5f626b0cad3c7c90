"""Fills the templates of packaging/database for one library's three machines."""
