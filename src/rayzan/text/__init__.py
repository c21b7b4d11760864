"""Coordinates: raw text, its folded view, words, sentences. Knows no language and no record."""
