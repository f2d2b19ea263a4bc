namespace CampaignTracker.Reports.Tests;

public sealed class OutsideToolsTests
{
    [Fact]
    public void A_missing_tool_skips_with_its_name() => Assert.Contains("LibreOffice", OutsideTools.ReasonToSkip("LibreOffice", present: false, noSkip: "")!);

    [Fact]
    public void Where_nothing_may_be_skipped_a_missing_tool_runs_and_fails() => Assert.Null(OutsideTools.ReasonToSkip("LibreOffice", present: false, noSkip: "1"));

    [Fact]
    public Task A_program_that_fails_is_an_error() => Assert.ThrowsAsync<InvalidOperationException>(() => OutsideTools.RunAsync("/bin/sh", "-c", "exit 3"));
}
