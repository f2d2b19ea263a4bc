using CampaignTracker.Domain;
using CampaignTracker.Domain.Papers;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Plans;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Papers;

/// <summary>The scan of a plan's signed page: PDF, JPEG or PNG, told by content.</summary>
public sealed class KeepScan(Operations operations, FileIntake intake, IFileStore files)
{
    /// <summary>Stores the scan and attaches it to the plan.</summary>
    public async Task AttachAsync(Guid planId, string name, Stream content, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var plan = await op.Db.PlanAsync(planId, ct);
        op.Actor.Must(Permission.EditPlan, plan.UnitPath);
        var kept = await intake.KeepAsync(content, name, FileKinds.OfScans, ct);
        var file = StoredFile.Upload(op.Actor, plan.UnitPath, name, kept.Sha256, kept.Size, kept.Kind, op.Now);
        op.Db.Files.Add(file);
        plan.AttachScan(op.Actor, file.Id, op.Now);
        await op.SaveAsync(ct);
    }

    /// <summary>Takes the scan off the plan; the file stays in the trail.</summary>
    public async Task DetachAsync(Guid planId, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var plan = await op.Db.PlanAsync(planId, ct);
        plan.AttachScan(op.Actor, null, op.Now);
        await op.SaveAsync(ct);
    }

    /// <summary>A file ready to be sent: the caller disposes the content.</summary>
    public sealed record Opened(string Name, FileKind Kind, Stream Content);

    /// <summary>Opens a file the asker may read; a page of minutes names people and opens within its unit only.</summary>
    /// <exception cref="Refusal">NotFound: missing or out of scope.</exception>
    public async Task<Opened> OpenAsync(Guid fileId, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var file = await op.Db.Files.AsNoTracking().FirstOrDefaultAsync(f => f.Id == fileId, ct).OrRefuseAsync();
        op.Actor.Must(file.Purpose == FilePurpose.Minutes ? Permission.ReadParticipants : Permission.ReadFilings, file.UnitPath);
        return new Opened(file.Name, file.Kind, await files.OpenAsync(file.Sha256, ct));
    }
}
