"""Politeness towards hosts: robots.txt (RFC 9309), one request at a time with a pause between, longer pauses where a host asks for them."""

import time
from collections.abc import Callable
from typing import Any

from rayzan.errors import GatherError
from rayzan.gather.address import host
from rayzan.gather.client import Client

PAUSE = 2.0  # seconds between two requests to a host
MOST_PAUSE = 60.0  # a longer one in robots.txt is kept to this
ROBOTS_SECONDS = 86_400.0  # how long a robots.txt is trusted


class Manners:
    """Asks hosts for what they allow, and waits between requests. `clock` and `sleep` in seconds."""

    def __init__(
        self, client: Client, pause: float = PAUSE, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self.client, self.pause, self.clock, self.sleep = client, pause, clock, sleep
        self._robots: dict[str, tuple[float, Any]] = {}
        self._free: dict[str, float] = {}

    def allowed(self, url: str) -> bool:
        """Whether robots.txt of the host allows the page to us.

        Raises `GatherError` where robots.txt cannot be had now: then nothing is allowed until it can.
        """
        rules = self._rules(url)
        return rules is None or bool(rules.can_fetch(url, self.client.agent))

    def sitemaps(self, url: str) -> list[str]:
        """The sitemaps that robots.txt of a host names."""
        rules = self._rules(url)
        return [] if rules is None else list(rules.sitemaps)

    def free_at(self, url: str) -> float:
        """When, by the clock, the host may be asked again."""
        return self._free.get(host(url), 0.0)

    def wait(self, url: str) -> None:
        """Sleeps until the host may be asked, and notes that it is asked now."""
        ahead = self.free_at(url) - self.clock()
        if ahead > 0:
            self.sleep(ahead)
        self._free[host(url)] = self.clock() + self._pause(url)

    def hold(self, url: str, seconds: float) -> None:
        """Leaves a host alone for some time."""
        self._free[host(url)] = max(self.free_at(url), self.clock() + seconds)

    def _pause(self, url: str) -> float:
        held = self._robots.get(host(url))
        asked = held[1].crawl_delay(self.client.agent) if held and held[1] is not None else None
        return max(self.pause, min(float(asked or 0.0), MOST_PAUSE))

    def _rules(self, url: str) -> Any:
        """The host's rules, None where it has none."""
        from protego import Protego

        name = host(url)
        held = self._robots.get(name)
        if held is not None and held[0] > self.clock():
            return held[1]
        try:
            answer = self.client.get(f"{url.partition('://')[0]}://{name}/robots.txt")
            rules = Protego.parse(answer.body.decode("utf-8", "replace"))
        except GatherError as e:
            if e.status is None or e.status >= 500 or e.status == 429:
                raise GatherError(
                    f"{url}: its robots.txt cannot be had ({e}), so nothing is asked there for now", e.status, True, e.wait
                ) from e
            rules = None
        self._robots[name] = (self.clock() + ROBOTS_SECONDS, rules)
        return rules
