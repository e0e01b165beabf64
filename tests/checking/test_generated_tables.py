"""Whatever the layout, the figures that come out are those that were written down."""

from hypothesis import HealthCheck, Phase, given, note, settings

from edusandbox.issues import Severity
from tests.checking.builders import check_bytes, only_submission
from tests.checking.generated_tables import Figures, Style, figures, file_of, styles


@given(said=figures(), style=styles())
@settings(
    max_examples=120,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
def test_figures_come_out_as_they_were_written_down(said: Figures, style: Style) -> None:
    checked = check_bytes(file_of(said, style))
    note([(issue.code, issue.place.cell, issue.message_en) for issue in checked.all_issues])
    facts = only_submission(checked).facts["fact_enrolment"]
    counts = {
        (str(school), str(grade), str(sex)): count
        for school, grade, sex, count in zip(
            facts["school_code"], facts["grade_code"], facts["sex_code"], facts["pupil_count"], strict=True
        )
    }
    expected = {
        (school, grade, sex): count
        for (school, grade), pair in said.items()
        for sex, count in zip(("male", "female"), pair, strict=True)
    }
    assert counts == expected
    assert {issue.severity for issue in checked.all_issues} <= {Severity.NOTICE}
