"""Entities of FollowTheMoney that the pages over the samples do not have."""

from rayzan.export.ftm import entities


def test_a_state_has_its_country_and_a_body_of_the_same_name_none() -> None:
    rows = [{"id": "russia", "type": type, "name_fa": "روسیه", "name_en": "Russia"} for type in ("state", "body")]
    state, body = (next(entities("actor", [row], {})) for row in rows)
    assert state["properties"] == {"name": ["روسیه", "Russia"], "country": ["ru"]}
    assert "country" not in body["properties"]
    (own,) = entities("actor", [{"id": "kavand", "type": "state", "name_en": "Kavand"}], {})
    assert own["properties"] == {"name": ["Kavand"]}
