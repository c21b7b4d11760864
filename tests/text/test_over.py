"""Stretches over a place."""

from hypothesis import given
from hypothesis import strategies as st

from rayzan.text.over import Over

STRETCHES = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 30)).map(lambda t: (t[0], t[0] + t[1])), max_size=20).map(sorted)


@given(STRETCHES, st.integers(0, 80))
def test_exactly_the_stretches_that_hold_the_place(stretches: list[tuple[int, int]], place: int) -> None:
    holding = [n for n, (first, last) in enumerate(stretches) if first <= place < last]
    assert list(Over(stretches).at(place)) == holding[::-1]
