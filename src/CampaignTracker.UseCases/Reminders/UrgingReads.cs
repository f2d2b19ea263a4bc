using CampaignTracker.Domain;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Obligations;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Reminders;

/// <summary>A filing chosen to be urged, with what stands against it.</summary>
internal sealed record ChosenFiling(Obligation Obligation, string UnitCode, string UnitName, bool Party, DateOnly? LastUrgedOn, UrgingObstacle? Obstacle);

/// <summary>What was chosen, who urges, who would be told.</summary>
internal sealed record ChosenFilings(HeldPost Post, IReadOnlyList<ChosenFiling> Filings, bool TooMany, Recipients Recipients)
{
    /// <summary>Who writes for a unit and has an account.</summary>
    public IReadOnlyList<Recipient> Told(string unitPath) => Recipients.Of(ReminderAudience.Writers, unitPath);
}

/// <summary>Reads filings that are to be urged, the same way for the preview and for the act: in a fixed number of statements.</summary>
internal static class UrgingReads
{
    /// <summary>The filings that a choice on the board or in the list means.</summary>
    /// <exception cref="Refusal">NotFound: a unit or filing that is missing or out of scope; NotAllowed.</exception>
    public static async Task<ChosenFilings> ChosenAsync(this Operation op, PrepareUrging.Input choice, int restDays, CancellationToken ct)
    {
        if (!op.Actor.CanSomewhere(Permission.UrgeUnits)) throw new Refusal(Because.NotAllowed);
        var (db, mine) = (op.Db, op.Actor.MainPost!.UnitPath);
        var asked = db.Obligations.AsNoTracking();
        var number = -1;
        if (choice.Filings is { Count: > 0 } ids)
        {
            var wanted = ids.Distinct().ToList();
            (asked, number) = (asked.Where(o => wanted.Contains(o.Id)), wanted.Count);
        }
        else
        {
            var codes = choice.Units is { Count: > 0 } units ? units.Distinct().ToList() : null;
            var code = choice.UnitCode;
            var roots = await db.Units.Where(u => codes != null ? codes.Contains(u.Code) : code == null ? u.Path == mine : u.Code == code).Select(u => new { u.Id, u.Path }).ToListAsync(ct);
            if (roots.Count < (codes?.Count ?? 1)) throw new Refusal(Because.NotFound);
            foreach (var root in roots) op.Actor.Must(Permission.UrgeUnits, root.Path);
            var rootIds = roots.ConvertAll(root => root.Id);
            asked = codes is not null && !choice.WithBelow ? asked.Where(o => rootIds.Contains(o.UnitId))
                : asked.Where(o => db.Units.Any(u => rootIds.Contains(u.Id) && o.UnitPath.StartsWith(u.Path)));
            asked = asked.Where(ObligationSlices.Filter(choice.Slice, op.Today));
            if (choice.Year is { } year) asked = asked.Where(o => o.Year == year);
            if (choice.RequirementId is { } requirement) asked = asked.Where(o => o.RequirementId == requirement);
        }
        var found = await asked.Join(db.Units, o => o.UnitId, u => u.Id, (o, u) => new { o, u.Code, u.Name, u.KindCode })
            .OrderBy(row => row.o.UnitPath).ThenBy(row => row.o.DueOn).ThenBy(row => row.o.Id).Take(Urging.MostFilings + 1).ToListAsync(ct);
        if (number >= 0 && found.Count < Math.Min(number, Urging.MostFilings)) throw new Refusal(Because.NotFound);
        foreach (var row in found) op.Actor.Must(Permission.UrgeUnits, row.o.UnitPath);

        var shown = found.Take(Urging.MostFilings).ToList();
        var post = (shown.Count > 0 ? op.Actor.PostFor(Permission.UrgeUnits, shown[0].o.UnitPath) : null) ?? op.Actor.Posts.First(p => p.Permissions.Any(x => x.Permission == Permission.UrgeUnits));
        var last = await UnscopedReads.LastUrgedAsync(db, shown.ConvertAll(row => row.o.Id), ct);
        var party = await db.UnitKinds.AsNoTracking().ToDictionaryAsync(k => k.Code, k => k.Party, ct);
        var waiting = await StepBefore.OpenAsync(db, [.. shown.Where(row => row.o.FirstSentOn is null && row.o.ExtensionReason is null).Select(row => new UnsentFiling(row.o.Id, row.o.UnitPath, row.KindCode, row.o.RequirementId, row.o.Kind, row.o.Year))], ct);
        var recipients = await Recipients.OfAsync(db, [.. shown.Select(row => row.o.UnitPath).Distinct()], op.Today, ct);
        return new ChosenFilings(post, [.. shown.Select(row =>
        {
            DateOnly? urged = last.TryGetValue(row.o.Id, out var at) ? LocalTime.Today(at) : null;
            var beneath = row.o.UnitPath != post.UnitPath && UnitPath.IsAtOrBelow(row.o.UnitPath, post.UnitPath);
            var obstacle = !beneath ? UrgingObstacle.OwnUnit : Urging.WhyNot(row.o.Facts, urged, restDays, op.Today) ?? (waiting.Contains(row.o.Id) ? UrgingObstacle.WaitsForSuperior : null);
            return new ChosenFiling(row.o, row.Code, row.Name, party.GetValueOrDefault(row.KindCode), urged, obstacle);
        })], found.Count > Urging.MostFilings, recipients);
    }
}
