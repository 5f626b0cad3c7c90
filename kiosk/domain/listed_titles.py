"""How many titles a patron can gather in one visit."""

MOST_LISTED = 12  # as many as one walks for, and as one QR code says in a few words each
