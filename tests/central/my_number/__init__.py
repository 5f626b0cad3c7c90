"""Signing in with a My Number card."""
