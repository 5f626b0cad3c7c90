"""Servers that a test brings along, and takes away with it."""
