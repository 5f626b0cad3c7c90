"""What the sign-in page is made of."""
