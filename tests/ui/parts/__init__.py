"""Parts of pages: cards, heads, lists, answers, slips."""
