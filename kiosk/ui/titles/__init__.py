"""Titles found: rows, where they are, and how an answer is narrowed."""
