"""A library in memory: for demonstrations, for tests, and for a desk without the service."""
