using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Commitments.Papers;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.GoverningDocuments;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Commitments;

/// <summary>What the asker can print for a year: the papers of the unit whose commitments they keep, and their own.</summary>
public sealed class ViewPapers(Operations operations)
{
    /// <summary>The page.</summary>
    /// <param name="Year">The year shown.</param>
    /// <param name="Years">Years there are, latest first.</param>
    /// <param name="Term">The term that holds it, or null.</param>
    /// <param name="Forms">The forms, in their order.</param>
    /// <param name="Unit">The unit whose papers the asker keeps, or null.</param>
    /// <param name="Mine">The asker's own commitments of the year and its term.</param>
    public sealed record Page(int Year, IReadOnlyList<int> Years, PaperPeriod? Term, IReadOnlyList<Form> Forms, KeptUnit? Unit, IReadOnlyList<Own> Mine);

    /// <summary>A form.</summary>
    public sealed record Form(string Code, string Name, FormPaper Paper, CommitmentScope? Scope, Confidence Confidence);

    /// <summary>The unit with how many of how many are registered; null where no register was begun.</summary>
    public sealed record KeptUnit(string Code, string Name, Count? OfYear, Count? OfTerm);

    /// <summary>n of m.</summary>
    public sealed record Count(int Registered, int People, bool Adopted);

    /// <summary>One's own commitment.</summary>
    public sealed record Own(Guid Id, CommitmentScope Scope, int Year, int ToYear, CommitmentState State);

    /// <summary>Reads the page; without a year the one that runs.</summary>
    public async Task<Page> RunAsync(int? year, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var (db, self) = (op.Db, op.Actor.AccountId);
        var shown = year ?? await RunningYear.OfAsync(op, ct);
        var years = await db.Years.Where(y => y.OpenedAt != null).Select(y => y.Year).ToListAsync(ct);
        var term = await db.Terms.Where(t => t.FromYear <= shown && shown <= t.ToYear).Select(t => new PaperPeriod(t.FromYear, t.ToYear)).FirstOrDefaultAsync(ct);
        var forms = await db.Forms.OrderBy(f => f.Order).Select(f => new Form(f.Code, f.Name, f.Paper, f.Scope, f.Confidence)).ToListAsync(ct);
        var mine = self is null ? [] : await db.Commitments.Where(c => c.AccountId == self && c.Year <= shown && c.ToYear >= shown).Select(c => new Own(c.Id, c.Scope, c.Year, c.ToYear, c.State)).ToListAsync(ct);
        // Enums are words in the database: their order is ours.
        return new Page(shown, [.. years.Append(shown).Distinct().OrderDescending()], term, [.. forms.OrderBy(f => f.Paper)], await UnitAsync(op, shown, ct), [.. mine.OrderBy(c => c.Scope)]);
    }

    private static async Task<KeptUnit?> UnitAsync(Operation op, int year, CancellationToken ct)
    {
        if (op.Actor.Posts.FirstOrDefault(post => post.Permissions.Any(p => p.Permission == Permission.KeepCommitments)) is not { } post) return null;
        var code = await op.Db.Units.Where(u => u.Id == post.UnitId).Select(u => u.Code).FirstOrDefaultAsync(ct) ?? "";
        var registers = await op.Db.Registers.Where(r => r.UnitId == post.UnitId && r.Year <= year && r.ToYear >= year).Select(r => new { r.Scope, r.Registered, r.People, Adopted = r.AdoptedOn != null }).ToListAsync(ct);
        Count? Of(CommitmentScope scope) => registers.Find(r => r.Scope == scope) is { } r ? new Count(r.Registered, r.People, r.Adopted) : null;
        return new KeptUnit(code, post.UnitName, Of(CommitmentScope.Year), Of(CommitmentScope.Term));
    }
}
