"""What can be touched: slabs with a lip, and the keys made of them."""
