"""Proves that nothing of a patron stays: plays visits with canaries, and looks for them after."""
