"""What goes on paper, laid out once as a picture."""
