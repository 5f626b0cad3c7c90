"""E-mail: how a letter is put in its envelope, and who takes it."""
