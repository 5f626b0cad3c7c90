"""A town that uses the library, so that a demonstration is alive: invented days, real deeds."""
