"""Counts behind a score: right, told and wanted, added up over reports."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Score:
    """A kind's counts. A kind is scored by F1 (`told`, `wanted`), a detail by accuracy (`asked`)."""

    right: int = 0
    told: int = 0
    wanted: int = 0
    asked: int = 0
    detail: bool = False

    @property
    def precision(self) -> float | None:
        return self.right / self.told if self.told else None

    @property
    def recall(self) -> float | None:
        return self.right / self.wanted if self.wanted else None

    @property
    def value(self) -> float | None:
        """F1 of a kind, accuracy of a detail; None where there was nothing to score."""
        if self.detail:
            return self.right / self.asked if self.asked else None
        return 2 * self.right / (self.told + self.wanted) if self.told + self.wanted else None


@dataclass(slots=True)
class Tally:
    """Scores by name, in the order first met."""

    scores: dict[str, Score] = field(default_factory=dict)

    def kind(self, name: str, right: int, told: int, wanted: int) -> None:
        s = self.scores.setdefault(name, Score())
        s.right, s.told, s.wanted = s.right + right, s.told + told, s.wanted + wanted

    def detail(self, name: str, right: int, asked: int) -> None:
        s = self.scores.setdefault(name, Score(detail=True))
        s.right, s.asked = s.right + right, s.asked + asked
