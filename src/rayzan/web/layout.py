"""Places of actors on a drawing: those with events in common near one another, no name over another; the same input, the same places."""

from collections.abc import Mapping
from functools import lru_cache
from math import hypot

import numpy as np

WIDE, HIGH = 1000.0, 680.0
ROOM = 12.0  # height that each actor beyond `FEW` adds
FEW = 40
MARGIN = 16.0
STEPS = 160
MANY = 60  # actors with which fewer steps are taken, since each looks at all pairs
ROUNDS = 40  # of moving apart what covers another; what still does then is put where there is room
LETTER, LINE = 7.2, 21.0  # a letter's mean width and the height of a line of names
GAP = 6.0
STEP = 16.0  # between places that are looked at for room

Edges = tuple[tuple[tuple[str, str], int], ...]
Sizes = tuple[tuple[str, float, float], ...]  # id, radius of its dot, width of its name
Places = dict[str, tuple[float, float]]
Box = tuple[float, float, float, float]


def high(number: int) -> float:
    """The height of a drawing of so many actors."""
    return HIGH + max(0, number - FEW) * ROOM


@lru_cache(maxsize=32)
def layout(sizes: Sizes, edges: Edges, centre: str | None) -> Places:
    """Where the dot of each actor stands, its name beneath. `sizes`: in the order of weight."""
    ids = [id for id, _, _ in sizes]
    told = dict(edges)
    at = _drawn_together(ids, told, centre if centre in ids else None)
    tall = high(len(ids))
    xs, ys = [p[0] for p in at.values()], [p[1] for p in at.values()]
    wide, deep = max(max(xs) - min(xs), 1e-9), max(max(ys) - min(ys), 1e-9)
    spread = {id: [80 + (x - min(xs)) / wide * (WIDE - 160), 40 + (y - min(ys)) / deep * (tall - 90)] for id, (x, y) in at.items()}
    return _apart(spread, sizes, tall)


def _drawn_together(ids: list[str], edges: Mapping[tuple[str, str], int], centre: str | None) -> dict[str, list[float]]:
    """Fruchterman and Reingold (1991), with a pull to the middle that keeps those near who stand with nobody else."""
    place = {id: n for n, id in enumerate(ids)}
    turn = 2 * np.pi * np.arange(len(ids)) / len(ids)
    at = np.stack([np.cos(turn), np.sin(turn)], axis=1) * 0.5
    held = np.ones((len(ids), 1))  # the one in the middle stays there
    if centre:
        at[place[centre]] = held[place[centre]] = 0.0
    tied = np.zeros((len(ids), len(ids)))
    for (a, b), number in edges.items():
        tied[place[a], place[b]] = tied[place[b], place[a]] = (0.6 + 0.15 * min(number, 6)) if number else 0
    k = (1 / max(len(ids), 1)) ** 0.5
    for step in range(STEPS if len(ids) <= MANY else STEPS // 8):
        heat = 0.1 * (1 - step / STEPS)
        apart = at[:, None, :] - at[None, :, :]
        gap = np.maximum(np.hypot(apart[..., 0], apart[..., 1]), 0.01)
        pull = np.minimum(k * k / gap, 4 * k) - gap * gap / k * tied
        push = (apart / gap[..., None] * pull[..., None]).sum(axis=1)
        size = np.maximum(np.hypot(push[:, 0], push[:, 1]), 1e-9)[:, None]
        at = at + held * (push / size * np.minimum(size, heat) - at * 0.05)
    return {id: [float(x), float(y)] for id, (x, y) in zip(ids, at, strict=True)}


def boxes(at: Mapping[str, tuple[float, float]], sizes: Sizes) -> dict[str, Box]:
    """Left, top, right and bottom of what each actor takes up: its dot and its name beneath."""
    out = {}
    for id, radius, name in sizes:
        (x, y), half = at[id], max(radius, name / 2) + GAP / 2
        out[id] = (x - half, y - radius - GAP / 2, x + half, y + radius + LINE + GAP / 2)
    return out


def _apart(at: dict[str, list[float]], sizes: Sizes, tall: float) -> Places:
    """Places moved step by step along the shorter way until no box covers another, all within the drawing; the lightest of those that still do go elsewhere."""
    half = {id: (max(radius, name / 2) + GAP / 2, (2 * radius + LINE + GAP) / 2) for id, radius, name in sizes}
    down = {id: LINE / 2 for id, _, _ in sizes}  # from the dot to the middle of its box
    ids = [id for id, _, _ in sizes]
    for _ in range(ROUNDS if len(ids) <= MANY else ROUNDS // 8):
        moved = False
        for n, a in enumerate(ids):
            for b in ids[n + 1 :]:
                dx, dy = at[b][0] - at[a][0], at[b][1] + down[b] - at[a][1] - down[a]
                over_x, over_y = half[a][0] + half[b][0] - abs(dx), half[a][1] + half[b][1] - abs(dy)
                if over_x <= 0 or over_y <= 0:
                    continue
                moved, axis = True, 0 if over_x < over_y else 1
                by = (min(over_x, over_y) + 0.5) / 2 * (1 if (dx, dy)[axis] >= 0 else -1)
                at[a][axis] -= by
                at[b][axis] += by
        for id in ids:
            (w, h), (x, y) = half[id], at[id]
            at[id] = [min(max(x, MARGIN + w), WIDE - MARGIN - w), min(max(y, MARGIN + h), tall - MARGIN - h - down[id])]
        if not moved:
            break
    return _roomy(at, sizes, tall)


def _roomy(at: Mapping[str, list[float]], sizes: Sizes, tall: float) -> Places:
    """Each place, or the nearest one where nothing heavier is covered; as it was where the drawing is full."""
    settled: list[Box] = []
    out: Places = {}
    for size in sizes:
        id, (x, y) = size[0], at[size[0]]
        left, top, right, bottom = boxes({id: (x, y)}, (size,))[id]
        for dx, dy in _around(int(tall)):
            a, b, c, d = left + dx, top + dy, right + dx, bottom + dy
            if a < 0 or b < 0 or c > WIDE or d > tall:
                continue
            for e, f, g, h in settled:
                if a < g and e < c and b < h and f < d:
                    break
            else:
                x, y = x + dx, y + dy
                break
        out[id] = (round(x, 1), round(y, 1))
        settled.append(boxes(out, (size,))[id])
    return out


@lru_cache(maxsize=8)
def _around(tall: int) -> tuple[tuple[float, float], ...]:
    """Ways from a place, nearest first, through a drawing of this height."""
    across, down = int(WIDE / STEP), int(tall / STEP)
    ways = ((x * STEP, y * STEP) for x in range(-across, across + 1) for y in range(-down, down + 1))
    return tuple(sorted(ways, key=lambda w: (hypot(*w), w)))
