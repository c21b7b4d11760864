"""Shapes of content: where the words of a statement stand beside a cue. Each shape is one small rule; data/fa/cue.toml gives a cue its shapes."""

from rayzan.extract import ahead, behind, spread, valued

SHAPES = {
    "colon": behind.colon, "that": behind.that, "comma": behind.comma, "bare": behind.bare, "ask": behind.ask,
    "from": ahead.from_, "on": ahead.on, "for": ahead.for_, "to": ahead.to, "with": ahead.with_, "about": ahead.about,
    "object": ahead.object_, "value": valued.value, "between": spread.between, "announced": ahead.announced, "over": ahead.over,
    "as": ahead.as_, "need": ahead.need, "backed": ahead.backed, "invite": ahead.invite, "greet": ahead.greeted,
}  # fmt: skip
