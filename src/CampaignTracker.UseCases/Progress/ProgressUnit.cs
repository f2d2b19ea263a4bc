using CampaignTracker.Domain;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.GoverningDocuments;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Progress;

/// <summary>The unit asked for, with what the asker may read of its progress.</summary>
/// <param name="Id">The unit.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Path">Its path.</param>
/// <param name="Year">The campaign year.</param>
/// <param name="Items">Items of its plans.</param>
/// <param name="Named">The promises of all its people; else only one's own.</param>
/// <param name="Counts">Sums of promises, of the unit and everything below it.</param>
/// <param name="Writes">Its plans still being written are the asker's business.</param>
internal sealed record ProgressUnit(Guid Id, string Code, string Name, string Path, int Year, bool Items, bool Named, bool Counts, bool Writes)
{
    /// <summary>By code, or the asker's own unit; in the year asked for, or the one that runs.</summary>
    /// <exception cref="Refusal">NotFound; NotAllowed: neither one's own unit nor one whose filings one reads.</exception>
    public static async Task<ProgressUnit> FindAsync(Operation op, string? code, int? year, CancellationToken ct)
    {
        var mine = op.Actor.MainPost!.UnitPath;
        var unit = await op.Db.Units.Where(u => code == null ? u.Path == mine : u.Code == code).Select(u => new { u.Id, u.Code, u.Name, u.Path }).FirstOrDefaultAsync(ct).OrRefuseAsync();
        if (!op.Actor.Can(Permission.ReadFilings, unit.Path) && op.Actor.Posts.All(post => post.UnitPath != unit.Path)) throw new Refusal(Because.NotAllowed);
        return Of(op.Actor, unit.Id, unit.Code, unit.Name, unit.Path, year ?? await RunningYear.OfAsync(op, ct));
    }

    /// <summary>The asker's own unit, without asking for it.</summary>
    public static ProgressUnit Own(Actor actor, int year) => Of(actor, actor.MainPost!.UnitId, "", actor.MainPost.UnitName, actor.MainPost.UnitPath, year);

    /// <summary>A unit that was read already.</summary>
    public static ProgressUnit Of(Actor actor, Guid id, string code, string name, string path, int year) => new(id, code, name, path, year, actor.Can(Permission.ReadFilings, path),
        actor.Can(Permission.KeepCommitments, path), actor.Can(Permission.ReadCommitmentCounts, path), actor.Can(Permission.EditPlan, path));
}
