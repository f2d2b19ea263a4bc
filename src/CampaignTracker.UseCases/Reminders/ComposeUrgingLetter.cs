using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments.Papers;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.UseCases.Commitments;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Reminders;

/// <summary>Gathers what a công văn đôn đốc says of an urging that was kept. The paper's number, date and signature are the office's own.</summary>
public sealed class ComposeUrgingLetter(Operations operations)
{
    /// <summary>The letter, with the code of the unit that writes.</summary>
    public sealed record Answer(string UnitCode, UrgingSheet Sheet);

    /// <summary>Gathers it.</summary>
    /// <exception cref="Refusal">NotFound, NotAllowed.</exception>
    public async Task<Answer> RunAsync(Guid urgingId, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var urging = await op.Db.Urgings.AsNoTracking().Include(u => u.Filings).FirstOrDefaultAsync(u => u.Id == urgingId, ct).OrRefuseAsync();
        op.Actor.Must(Permission.UrgeUnits, urging.UnitPath);
        var issuer = await UnitPapers.ReadAsync(op, urging.UnitPath, ct);
        var ids = urging.Filings.Select(f => f.ObligationId).ToList();
        var rows = await op.Db.Obligations.AsNoTracking().Where(o => ids.Contains(o.Id)).Join(op.Db.Units, o => o.UnitId, u => u.Id, (o, u) => new { o, u })
            .Join(op.Db.UnitKinds, x => x.u.KindCode, k => k.Code, (x, k) => new { x.o, x.u.Name, k.Party }).ToListAsync(ct);
        var units = rows.OrderBy(x => x.o.UnitPath, StringComparer.Ordinal).ThenBy(x => x.o.DueOn).GroupBy(x => x.o.UnitId)
            .Select(unit => new UrgedUnit(unit.First().Name, unit.First().Party, [.. unit.Select(x => new UrgedDue(x.o.Kind, x.o.Year, x.o.ToYear, Urging.DueOn(x.o.Facts), x.o.SupplementDueOn is not null))]));
        var day = LocalTime.Today(urging.At);
        return new Answer(issuer.Code, new UrgingSheet(issuer.Head(new PaperPeriod(day.Year, day.Year), null), issuer.Kind.PaperSymbol, issuer.Kind.ShortName, urging.Reason, day, [.. units]));
    }
}
