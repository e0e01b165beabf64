"""What the cells of a return of workshops hold: a field of nearly every kind."""

from schemas.fields import (
    BAHT,
    PERSONS,
    POINTS,
    SHARE_OF_ONE,
    Bilingual,
    Code,
    Codes,
    Count,
    Date,
    Flag,
    Measure,
    Money,
    Name,
    SchoolCode,
    Share,
    Text,
    Time,
)

FIELDS = (
    SchoolCode("school_code"),
    Name("school_name"),
    Code("topic_code", "topic"),
    Count("taker_count", PERSONS, Bilingual("ผู้เข้าอบรม", "Takers"), high=5_000),
    Measure("mean_score", POINTS, Bilingual("คะแนนเฉลี่ย", "Mean score"), low=0, high=100),
    Share("passed_share", SHARE_OF_ONE, Bilingual("ที่ผ่าน", "Passed"), low=0, high=1),
    Money("cost_baht", BAHT, Bilingual("งบประมาณ", "Cost"), low=0),
    Money("change_baht", BAHT, Bilingual("เทียบปีก่อน", "Change")),
    Date("held_date"),
    Time("start_time"),
    Flag("has_mentor"),
    Codes("venue_codes", "venue"),
    Code("role_code", "role"),
    Text("remark_text"),
)
