"""The library's knowledge, near and far."""
