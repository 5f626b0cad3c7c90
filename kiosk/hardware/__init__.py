"""Devices, one folder a kind, one file a make."""
