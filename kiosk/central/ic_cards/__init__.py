"""IC cards that are known by their number: bound to patrons, and laid down to sign in."""
