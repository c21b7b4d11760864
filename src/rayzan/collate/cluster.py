"""Groups by pairs: strongest pair first, and never two in one group that must stay apart. The order of arrival makes no difference."""

from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar

Node = TypeVar("Node", bound=Hashable)


def clusters(
    nodes: Iterable[Node], pairs: Iterable[tuple[float, Node, Node]], apart: Callable[[Node, Node], bool], key: Callable[[Node], Any]
) -> list[list[Node]]:
    """The groups that weighted pairs make. Ties go by `key`; `apart` says which two may never share a group.

    >>> clusters("abcd", [(2.0, "a", "b"), (1.0, "b", "c")], lambda x, y: {x, y} == {"a", "c"}, str)
    [['a', 'b'], ['c'], ['d']]
    """
    ordered = sorted(nodes, key=key)
    group = {n: [n] for n in ordered}
    for _, a, b in sorted(pairs, key=lambda p: (-p[0], key(p[1]), key(p[2]))):
        one, other = group[a], group[b]
        if one is other or any(apart(x, y) for x in one for y in other):
            continue
        one.extend(other)
        for n in other:
            group[n] = one
    seen: dict[int, list[Node]] = {id(g): g for g in (group[n] for n in ordered)}
    return sorted((sorted(g, key=key) for g in seen.values()), key=lambda g: key(g[0]))
