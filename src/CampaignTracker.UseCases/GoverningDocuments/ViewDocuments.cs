using CampaignTracker.Domain;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Compliance;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.GoverningDocuments;

/// <summary>The chain of governing documents, and one document with its tasks and how they stand.</summary>
public sealed class ViewDocuments(Operations operations)
{
    /// <summary>A document in the chain.</summary>
    public sealed record Row(Guid Id, string Code, string? Symbol, string? DisplayName, DocumentKind Kind, DateOnly? IssuedOn, string? Issuer, string? Title, DateOnly? InForceFrom, DateOnly? InForceTo,
        bool Followed, Confidence Confidence, string? SourceAddress, IReadOnlyList<Link> Links, int Requirements);

    /// <summary>A relation to another document.</summary>
    public sealed record Link(DocumentRelation Relation, string Code, string Name);

    /// <summary>The chain.</summary>
    /// <param name="Rows">In their order.</param>
    /// <param name="SeesConfidence">The asker is staff who may confirm facts: badges are shown.</param>
    public sealed record Chain(IReadOnlyList<Row> Rows, bool SeesConfidence);

    /// <summary>One document's page.</summary>
    /// <param name="Document">The document.</param>
    /// <param name="All">The whole chain, in its order.</param>
    /// <param name="LinkedFrom">Documents that relate to this one.</param>
    /// <param name="Tasks">Its tasks.</param>
    /// <param name="Year">The year the counts are of.</param>
    /// <param name="UnitCode">The unit the counts are of, with everything below it.</param>
    /// <param name="SeesConfidence">The asker is staff who may confirm facts: badges are shown.</param>
    /// <param name="SeesCounts">The asker may read how the tasks stand.</param>
    public sealed record Page(Row Document, IReadOnlyList<Row> All, IReadOnlyList<Link> LinkedFrom, IReadOnlyList<Task> Tasks, int Year, string UnitCode, bool SeesConfidence, bool SeesCounts);

    /// <summary>A task with how it stands in the asker's part of the tree.</summary>
    /// <param name="Id">The requirement.</param>
    /// <param name="Number">As people say it.</param>
    /// <param name="Text">Quotation, or null.</param>
    /// <param name="Summary">In our words.</param>
    /// <param name="Kind">What it wants.</param>
    /// <param name="Who">Kinds of units that answer.</param>
    /// <param name="WhoEnglish">The same in English.</param>
    /// <param name="Frequency">How often.</param>
    /// <param name="ClosingMode">How it is closed.</param>
    /// <param name="Confidence">How sure.</param>
    /// <param name="Source">Where it was read.</param>
    /// <param name="DerivedFrom">The higher task it derives from, as "symbol, number", or null.</param>
    /// <param name="MakesObligations">Units file something for it that is counted here.</param>
    /// <param name="Counts">How it stands in the year, a term plan also when an earlier year made it; null when nothing is owed or the asker may not read it.</param>
    /// <param name="CountedId">The requirement the counts are of: the task itself, or the lower one by which units answer it.</param>
    /// <param name="CountedIn">The document of that lower one, or null.</param>
    public sealed record Task(Guid Id, string Number, string? Text, string Summary, RequirementKind Kind, IReadOnlyList<string> Who, IReadOnlyList<string> WhoEnglish, Frequency Frequency, ClosingMode ClosingMode,
        Confidence Confidence, string? Source, string? DerivedFrom, bool MakesObligations, Counts? Counts, Guid CountedId, Link? CountedIn);

    /// <summary>The chain in its order.</summary>
    public async Task<Chain> RunAsync(CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        return new Chain(await RowsAsync(op, ct), op.Actor.CanSomewhere(Permission.ManageRequirements));
    }

    /// <summary>One document.</summary>
    public async Task<Page> OneAsync(string code, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var rows = await RowsAsync(op, ct);
        var document = rows.FirstOrDefault(r => r.Code == code) ?? throw new Refusal(Because.NotFound);
        var all = await op.Db.Requirements.AsNoTracking().Include(r => r.Deadlines).OrderBy(r => r.Order).ToListAsync(ct);
        var kinds = await op.Db.UnitKinds.AsNoTracking().ToDictionaryAsync(k => k.Code, ct);
        var year = await RunningYear.OfAsync(op, ct);
        var path = op.Actor.MainPost!.UnitPath;
        var unitCode = await op.Db.Units.Where(u => u.Path == path).Select(u => u.Code).FirstAsync(ct);
        var seesCounts = op.Actor.Can(Permission.ReadCompliance, path);
        var counts = seesCounts
            ? await LedgerSums.ByRequirementAsync(op, path, year, ct) : [];
        var tasks = all.Where(r => r.DocumentId == document.Id).Select(r =>
        {
            var higher = all.FirstOrDefault(h => h.Id == r.DerivedFromId);
            var higherDocument = rows.FirstOrDefault(d => d.Id == higher?.DocumentId);
            // Units answer a task of the Centre through the task of the province that derives from it.
            var counted = counts.ContainsKey(r.Id) ? r : all.FirstOrDefault(lower => lower.DerivedFromId == r.Id && counts.ContainsKey(lower.Id)) ?? r;
            var countedIn = counted == r ? null : rows.Where(d => d.Id == counted.DocumentId).Select(d => new Link(DocumentRelation.Implements, d.Code, d.Symbol ?? d.DisplayName ?? d.Code)).FirstOrDefault();
            return new Task(r.Id, r.Number, r.Text, r.Summary, r.Kind, [.. r.UnitKinds.Select(k => kinds[k].Name)], [.. r.UnitKinds.Select(k => kinds[k].NameEnglish)], r.Frequency, r.ClosingMode, r.Confidence, r.Source,
                higher is null ? null : $"{higherDocument?.Symbol ?? higherDocument?.DisplayName}, {higher.Number}", r.MakesObligations, counts.TryGetValue(counted.Id, out var sum) ? sum : null, counted.Id, countedIn);
        }).ToList();
        var linkedFrom = rows.SelectMany(r => r.Links.Where(l => l.Code == code).Select(l => new Link(l.Relation, r.Code, r.Symbol ?? r.DisplayName ?? r.Code))).ToList();
        return new Page(document, rows, linkedFrom, tasks, year, unitCode, op.Actor.CanSomewhere(Permission.ManageRequirements), seesCounts);
    }

    private static async Task<List<Row>> RowsAsync(Operation op, CancellationToken ct)
    {
        var documents = await op.Db.Documents.AsNoTracking().Include(d => d.Links).OrderBy(d => d.Order).ThenBy(d => d.IssuedOn).ToListAsync(ct);
        var tasks = await op.Db.Requirements.GroupBy(r => r.DocumentId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var names = documents.ToDictionary(d => d.Id, d => (d.Code, Name: d.Symbol ?? d.DisplayName ?? d.Code));
        return [.. documents.Select(d => new Row(d.Id, d.Code, d.Symbol, d.DisplayName, d.Kind, d.IssuedOn, d.Issuer, d.Title, d.InForceFrom, d.InForceTo, d.Followed, d.Confidence, d.SourceAddress,
            [.. d.Links.Where(l => names.ContainsKey(l.ToId)).Select(l => new Link(l.Relation, names[l.ToId].Code, names[l.ToId].Name))], tasks.GetValueOrDefault(d.Id)))];
    }
}
