using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.Benchmarks.Circuits;

/// <summary>The pages that the accounts of the demo walk through; what an account may not open falls out when it is first tried.</summary>
internal sealed class Tour
{
    /// <summary>One of every role; two of the province's and two of the commune's people.</summary>
    public static readonly string[] Accounts = ["chibo", "vanthu", "xa", "tinh", "tinh.lanhdao", "kiemtra", "thanhvien", "quantri"];

    private readonly string commune, ownPlan, sentPlan;

    private Tour(string commune, Guid ownPlan, Guid sentPlan) => (this.commune, this.ownPlan, this.sentPlan) = (Uri.EscapeDataString(commune), ownPlan.ToString(), sentPlan.ToString());

    /// <summary>A page and where it stands.</summary>
    public sealed record Stop(string Page, string Path);

    public static async Task<Tour> OfAsync(Province province) => new(province.CommuneCode,
        await province.AskAsync(db => db.Plans.Where(p => p.Year == Province.Year && p.ToYear == Province.Year && db.Units.Any(u => u.Id == p.UnitId && u.Code == province.CellCode)).Select(p => p.Id).FirstAsync()),
        await province.AskAsync(async db =>
        {
            var path = await db.Units.Where(u => u.Code == province.CommuneCode).Select(u => u.Path).SingleAsync();
            var to = UnitPath.End(path);
            return await db.Plans.Where(p => p.State == PlanState.Completed && p.PublishedDownward && string.Compare(p.UnitPath, path) > 0 && string.Compare(p.UnitPath, to) < 0).OrderBy(p => p.UnitPath).ThenByDescending(p => p.Year).Select(p => p.Id).FirstAsync();
        }));

    /// <summary>The first is the home page; no page stands twice in a row.</summary>
    public IReadOnlyList<Stop> Of(string account) =>
    [
        new("home", "/"),
        new("board", $"/compliance/{Province.Year}"),
        new("rows", $"/obligations?year={Province.Year}&slice=expected"),
        new("plan", $"/plans/{(account == "chibo" ? ownPlan : sentPlan)}"),
        new("register", "/commitments"),
        new("unit", $"/units/{commune}"),
    ];
}
