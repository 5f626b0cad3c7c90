"""Books as they are drawn: woven covers, spine labels, the shelf."""
