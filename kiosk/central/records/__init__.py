"""The feeds by which kiosks keep their copies of the catalogue."""
