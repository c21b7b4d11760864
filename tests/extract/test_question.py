"""Questions: who puts them, and to whom."""

from rayzan import Report, read

INTERVIEW = "گفت‌وگو با لاوروف را می‌خوانید.\n*راه کی باز می‌شود؟\nفردا باز می‌شود.\n*وضع بندر را چگونه می‌بینید؟\nبندر بسته است."


def test_the_outlet_asks_in_its_own_interview() -> None:
    """The report's outlet asks, with whom the interview is answers; each answer points to its question."""
    record = read(Report("case", INTERVIEW, outlet="Fars"))
    assert [(q.by, q.to) for q in record.questions] == [("fars", "lavrov"), ("fars", "lavrov")]
    assert [s.answers for s in record.statements] == ["q1", "q2"]
    assert record.actors["fars"].type == "outlet"


def test_nobody_asks_where_no_outlet_is_known() -> None:
    """A report without an outlet leaves the asker open."""
    assert [q.by for q in read(Report("case", INTERVIEW)).questions] == [None, None]


def test_the_journalist_of_an_outlet_asks() -> None:
    """«سوال خبرنگار فارس»: the outlet, also by a name that is a common word."""
    record = read(Report("case", "لاوروف در پاسخ به سوال خبرنگار فارس درباره راه‌ها گفت: راه باز است."))
    assert [(q.by, q.to, q.text.text) for q in record.questions] == [("fars", "lavrov", "راه‌ها")]


def test_an_office_asks() -> None:
    """«پرسش رئیس جمهور روسیه درباره Q»: one who is told by office."""
    record = read(Report("case", "لاوروف در پاسخ به پرسش رئیس جمهور روسیه درباره راه‌ها، گفت: راه باز است.", published="2025-12-17"))
    assert [(q.by, q.to) for q in record.questions] == [("putin", "lavrov")]
