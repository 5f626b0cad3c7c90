"""Copies of the whole library, kept for days, and how one of them becomes the library again."""
