"""Readers of IC cards."""
