"""Records from elsewhere, read into the catalogue."""
