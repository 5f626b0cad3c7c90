"""Help over any page: questions and answers by topic, and a librarian who is called."""
