"""Lets kiosks in, once each, by a code that a technician carries to them."""
