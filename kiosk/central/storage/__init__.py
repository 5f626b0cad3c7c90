"""What is kept, and how: the database of any make, its transactions and its own words."""
