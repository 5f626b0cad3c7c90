"""How words are set: fonts, lines, furigana, where a line may end."""
