"""What the service does by itself, again and again; each job may run twice without harm."""
