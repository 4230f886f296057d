from desktop_app.core.check.finding import Finding, Severity


def test_a_finding_speaks_the_language_of_the_interface() -> None:
    finding = Finding("rule", Severity.ERROR, 0, 1, None, "有误。", "Wrong.")
    assert finding.message("zh") == "有误。"
    assert finding.message("en") == "Wrong."


def test_the_severity_is_written_as_a_plain_word() -> None:
    assert [str(severity) for severity in Severity] == ["error", "warning", "info"]
