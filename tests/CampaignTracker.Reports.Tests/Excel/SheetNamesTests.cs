using CampaignTracker.Reports.Excel;

namespace CampaignTracker.Reports.Tests.Excel;

public sealed class SheetNamesTests
{
    [Fact]
    public void A_name_is_one_that_Excel_takes_and_stands_once()
    {
        var names = new SheetNames(["Data"]);
        Assert.Equal(["Đảng ủy xã A-B", "đảng ủy xã a-b (2)", "data (2)", "-", "- (2)", "quoted"], new[] { "Đảng ủy xã [A-B]*", "đảng ủy xã a-b", "data", "", "?:/\\", "'quoted'" }.Select(name => names.Take(name)));
        var long31 = new string('x', 40);
        Assert.Equal([new string('x', 31), new string('x', 27) + " (2)"], new[] { long31, long31 }.Select(name => names.Take(name)));
        Assert.Equal(new string('y', 30), names.Take(new string('y', 30) + "\U0001F331"));
    }
}
