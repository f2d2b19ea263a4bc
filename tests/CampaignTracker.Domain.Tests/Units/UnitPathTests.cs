using CampaignTracker.Domain.Units;

namespace CampaignTracker.Domain.Tests.Units;

public class UnitPathTests
{
    private static bool InRange(string path, string root) => string.CompareOrdinal(path, root) >= 0 && string.CompareOrdinal(path, UnitPath.End(root)) < 0;

    [Theory]
    [InlineData(1, "0001/")]
    [InlineData(35, "000z/")]
    [InlineData(36, "0010/")]
    [InlineData(36 * 36, "0100/")]
    [InlineData(UnitPath.MaxSiblings, "zzzz/")]
    public void Siblings_are_numbered_in_base_36(int n, string expected)
    {
        Assert.Equal(expected, UnitPath.Child("", n));
        Assert.Equal("0001/" + expected, UnitPath.Child("0001/", n));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(UnitPath.MaxSiblings + 1)]
    public void A_number_that_does_not_fit_is_refused(int n) => Assert.Throws<ArgumentOutOfRangeException>(() => UnitPath.Child("", n));

    [Fact]
    public void Siblings_sort_by_number()
    {
        var paths = Enumerable.Range(1, 5000).Select(n => UnitPath.Child("0001/", n)).ToList();
        Assert.Equal(paths, paths.Order(StringComparer.Ordinal));
        Assert.Equal(5000, paths.Distinct().Count());
    }

    [Fact]
    public void The_range_of_a_path_holds_itself_and_everything_below_and_nothing_else()
    {
        const string root = "0001/0002/";
        string[] below = [root, "0001/0002/0001/", "0001/0002/zzzz/", "0001/0002/zzzz/zzzz/zzzz/"];
        string[] beside = ["0001/", "0001/0001/", "0001/0001/zzzz/", "0001/0003/", "0001/0020/", "0001/0002", "0001/00020/", "0002/0002/", "0002/", ""];

        Assert.All(below, path => Assert.True(InRange(path, root) && UnitPath.IsAtOrBelow(path, root), path));
        Assert.All(beside, path => Assert.False(InRange(path, root) || UnitPath.IsAtOrBelow(path, root), path));
    }

    [Fact]
    public void A_longer_number_with_the_same_start_is_not_below()
    {
        Assert.False(UnitPath.IsAtOrBelow("00010/", "0001/"));
        Assert.False(InRange("00010/", "0001/"));
    }

    [Fact]
    public void Range_and_prefix_agree_on_a_whole_small_tree()
    {
        var numbers = new[] { 1, 2, 9, 10, 35, 36, 37, UnitPath.MaxSiblings };
        var roots = numbers.Select(n => UnitPath.Child("", n)).ToList();
        var seconds = roots.SelectMany(root => numbers.Select(n => UnitPath.Child(root, n))).ToList();
        var all = roots.Concat(seconds).Concat(seconds.SelectMany(p => numbers.Select(n => UnitPath.Child(p, n)))).ToList();

        foreach (var root in all)
            foreach (var path in all)
                Assert.True(InRange(path, root) == UnitPath.IsAtOrBelow(path, root), $"{path} under {root}");
    }

    [Fact]
    public void The_end_of_a_path_is_what_the_slot_of_a_query_holds()
    {
        Assert.Equal("0001/00020", UnitPath.End("0001/0002/"));
        Assert.Equal("~", UnitPath.End(""));
    }

    [Fact]
    public void Everything_is_below_the_empty_path()
    {
        Assert.True(UnitPath.IsAtOrBelow("zzzz/", ""));
        Assert.True(InRange("zzzz/zzzz/", ""));
        Assert.True(InRange("0001/", ""));
    }

    [Fact]
    public void Parent_ancestors_and_level_follow_the_segments()
    {
        Assert.Equal("", UnitPath.Parent("0001/"));
        Assert.Equal("", UnitPath.Parent(""));
        Assert.Equal("0001/0002/", UnitPath.Parent("0001/0002/0003/"));
        Assert.Equal(["0001/", "0001/0002/"], UnitPath.Ancestors("0001/0002/0003/"));
        Assert.Empty(UnitPath.Ancestors("0001/"));
        Assert.Equal(1, UnitPath.Level("0001/"));
        Assert.Equal(3, UnitPath.Level("0001/0002/0003/"));
    }
}
