using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using CampaignTracker.Domain;
using CampaignTracker.Domain.BackgroundWork;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Papers;
using CampaignTracker.UseCases.People;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.BackgroundWork;

/// <summary>A person asks the server to do something that takes long. The same wish while the first still waits or runs leads to the first.</summary>
public sealed class AskForTask(Operations operations, IFileStore files, IWakeWorkers workers)
{
    /// <summary>Most open tasks of one person: more would keep the others waiting.</summary>
    public const int MostOpen = 5;

    /// <summary>The compliance workbook of a unit and all below it; without a code the asker's own unit.</summary>
    public sealed record Workbook(int Year, [property: StringLength(Unit.CodeLength)] string? UnitCode = null, bool UnitSheets = false);

    /// <summary>The papers of everybody whose commitments the asker keeps, at the unit and below it; without a code the asker's own unit.</summary>
    /// <param name="Year">The year, or one of the term.</param>
    /// <param name="UnitCode">The unit.</param>
    /// <param name="Scope">Year or term.</param>
    /// <param name="Form">Code of the form; null for the registration.</param>
    public sealed record Papers(int Year, [property: StringLength(Unit.CodeLength)] string? UnitCode = null, CommitmentScope Scope = CommitmentScope.Year, [property: StringLength(40)] string? Form = null);

    /// <summary>Asks for the workbook; answers the task's key.</summary>
    /// <exception cref="Refusal">NotFound, NotAllowed, TooManyTasks.</exception>
    public async Task<Guid> WorkbookAsync(Workbook input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        return await AskAsync(op, LongTaskKind.ComplianceWorkbook, await UnitAsync(op, input.UnitCode, ct), Year(input.Year), new TaskArguments(input.Year, UnitSheets: input.UnitSheets ? true : null), null, ct);
    }

    /// <summary>Asks for the papers; answers the task's key.</summary>
    /// <exception cref="Refusal">NotFound, NotAllowed, TooManyTasks.</exception>
    public async Task<Guid> PapersAsync(Papers input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var unit = await UnitAsync(op, input.UnitCode, ct);
        op.Actor.Must(Permission.KeepCommitments, unit.Path);
        var form = input.Form is null ? null : await op.Db.Forms.Where(f => f.Code == input.Form).Select(f => f.Name).FirstOrDefaultAsync(ct).OrRefuseAsync();
        return await AskAsync(op, LongTaskKind.CommitmentPapers, unit, form is null ? Year(input.Year) : $"{form}, {Year(input.Year)}", new TaskArguments(input.Year, input.Scope, input.Form), null, ct);
    }

    /// <summary>Asks to store a list that was tried and is clean; answers the task's key.</summary>
    /// <exception cref="Refusal">NotFound, NotAllowed, ImportNotClean, TooManyTasks.</exception>
    public async Task<Guid> ImportAsync(ImportParticipants.Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var unit = await op.KeptUnitAsync(input.Unit, ct);
        var check = ImportRules.Check(input.File, await op.PresentAsync(unit.Id, ct), input.Answers, op.Today);
        if (!check.Clean) throw new Refusal(Because.ImportNotClean, null, check.Problems.Count, check.Open, check.People.Count + check.Updates.Count);
        await RoomAsync(op, ct);
        using var content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(input));
        var key = await files.KeepAsync(content, ct);
        return await AskAsync(op, LongTaskKind.ParticipantImport, unit, input.FileName, new TaskArguments(), key, ct);
    }

    /// <summary>Asks to look through database and files; answers the task's key.</summary>
    /// <exception cref="Refusal">NotAllowed, TooManyTasks.</exception>
    public async Task<Guid> CheckAsync(CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        return await AskAsync(op, LongTaskKind.Check, await UnitAsync(op, null, ct), "", new TaskArguments(), null, ct);
    }

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static Task<Unit> UnitAsync(Operation op, string? code, CancellationToken ct)
    {
        var mine = op.Actor.MainPost?.UnitPath ?? throw new Refusal(Because.NotFound);
        return op.Db.Units.AsNoTracking().FirstOrDefaultAsync(u => string.IsNullOrEmpty(code) ? u.Path == mine : u.Code == code, ct).OrRefuseAsync();
    }

    private async Task<Guid> AskAsync(Operation op, LongTaskKind kind, Unit unit, string subject, TaskArguments arguments, string? input, CancellationToken ct)
    {
        var task = LongTask.Ask(op.Actor, kind, unit, subject, arguments.Write(), input, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, op.Now);
        var (written, unitId) = (task.Arguments, unit.Id);
        var same = await Open(op).Where(t => t.Kind == kind && t.UnitId == unitId && t.Arguments == written && t.InputKey == input && t.CancelAskedAt == null).Select(t => (Guid?)t.Id).FirstOrDefaultAsync(ct);
        if (same is { } waiting) return waiting;
        await RoomAsync(op, ct);
        op.Db.LongTasks.Add(task);
        await op.SaveAsync(ct);
        await workers.WakeAsync(ct);
        return task.Id;
    }

    private static IQueryable<LongTask> Open(Operation op)
    {
        var self = op.Actor.AccountId;
        return op.Db.LongTasks.Where(t => t.AskedBy == self && LongTaskTransitions.Open.Contains(t.State));
    }

    private static async Task RoomAsync(Operation op, CancellationToken ct)
    {
        if (await Open(op).CountAsync(ct) >= MostOpen) throw new Refusal(Because.TooManyTasks, null, MostOpen);
    }
}
