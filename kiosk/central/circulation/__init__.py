"""What goes over the counter: lending, taking back, and what is to be done with an item next."""
