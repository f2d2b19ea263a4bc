namespace CampaignTracker.Architecture.Tests;

/// <summary>A rule answers what it complains about; here complaints become a failing test with every line to read.</summary>
internal static class Complaints
{
    public static void None(IEnumerable<string> complaints)
    {
        var all = complaints.ToList();
        Assert.True(all.Count == 0, string.Join(Environment.NewLine, all.Prepend($"{all.Count} complaint(s):")));
    }

    /// <summary>The twin of a rule: over an offender it must say something, and say what.</summary>
    public static void Some(IEnumerable<string> complaints, params string[] about)
    {
        var all = complaints.ToList();
        foreach (var part in about) Assert.Contains(all, complaint => complaint.Contains(part, StringComparison.Ordinal));
    }
}
