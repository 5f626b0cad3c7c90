"""Who is who: patrons who sign in, and the kiosks at which they do."""
