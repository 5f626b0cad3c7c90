"""The central service: what the library decides and remembers."""
