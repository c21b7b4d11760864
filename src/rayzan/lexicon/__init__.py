"""Lexicons and packs: words and facts of the world as data."""
