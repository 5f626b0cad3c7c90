"""What everything looks like: the tokens, the style of the moment, icons and pictures."""
