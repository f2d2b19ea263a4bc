using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Evidence;
using CampaignTracker.Domain.Papers;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.GoverningDocuments;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Evidence;

/// <summary>Evidence of one plan item or commitment line, and the list of all evidence of a unit.</summary>
public sealed class ViewEvidence(Operations operations)
{
    /// <summary>A plan item or a commitment line that the reader may open.</summary>
    /// <param name="Of">Which of the two.</param>
    /// <param name="SubjectId">Its key.</param>
    /// <param name="RootId">The plan or the commitment.</param>
    /// <param name="UnitName">Whose.</param>
    /// <param name="Person">The person of a commitment; null for a plan.</param>
    /// <param name="Year">First year of the plan or commitment.</param>
    /// <param name="ToYear">Its last year.</param>
    /// <param name="Ordinal">Number of the item or line, from 1.</param>
    /// <param name="Text">Content of the item, action of the line.</param>
    public sealed record Place(EvidenceOf Of, Guid SubjectId, Guid RootId, string UnitName, string? Person, int Year, int ToYear, int Ordinal, string Text);

    /// <summary>One file.</summary>
    /// <param name="Id">To open under /evidence/{id}.</param>
    /// <param name="Name">Name as given, made harmless.</param>
    /// <param name="Kind">By content.</param>
    /// <param name="Size">Bytes.</param>
    /// <param name="Caption">What it shows; may be empty.</param>
    /// <param name="HappenedOn">When it happened, or null when not said.</param>
    /// <param name="FiledOn">The day it was handed in.</param>
    /// <param name="ReceivedAt">When the server got it, UTC.</param>
    /// <param name="ReceivedFrom">From whom.</param>
    /// <param name="HasThumbnail">A small picture stands under /evidence/{id}/thumbnail.</param>
    /// <param name="MayRemove">The reader may take it off.</param>
    /// <param name="At">What it proves.</param>
    /// <param name="Same">Where the very same file also stands, as far as the reader may open it.</param>
    /// <param name="SameCounted">Number of further places the reader may count and not open.</param>
    public sealed record Row(Guid Id, string Name, FileKind Kind, long Size, string Caption, DateOnly? HappenedOn, DateOnly FiledOn, DateTime ReceivedAt, string ReceivedFrom, bool HasThumbnail, bool MayRemove,
        Place? At, IReadOnlyList<Place> Same, int SameCounted);

    /// <summary>The files of one item or line.</summary>
    /// <param name="Rows">Newest last, as they came.</param>
    /// <param name="MayAdd">The reader may attach more.</param>
    /// <param name="Left">How many more it takes.</param>
    /// <param name="Today">Local date.</param>
    public sealed record Strip(IReadOnlyList<Row> Rows, bool MayAdd, int Left, DateOnly Today);

    /// <summary>Which list.</summary>
    /// <param name="UnitCode">The unit; null for the asker's own.</param>
    /// <param name="Year">Year in which it happened, or was filed where that is not said; null for the one that runs.</param>
    /// <param name="Of">Only plans or only commitments; null for both.</param>
    /// <param name="Search">Part of a caption or name, marks and case ignored.</param>
    /// <param name="Skip">Rows to skip.</param>
    /// <param name="Take">Rows to return, at most 1,000.</param>
    public sealed record Input([property: StringLength(Unit.CodeLength)] string? UnitCode = null, int? Year = null, EvidenceOf? Of = null, [property: StringLength(100)] string? Search = null, int Skip = 0, int Take = Paging.Size);

    /// <summary>A page of the list, newest first.</summary>
    /// <param name="Page">Its rows.</param>
    /// <param name="UnitCode">The unit.</param>
    /// <param name="UnitName">Its name.</param>
    /// <param name="Own">It is the unit the asker acts in.</param>
    /// <param name="Year">The year shown.</param>
    /// <param name="Years">Years to choose from, latest first.</param>
    public sealed record Answer(Page<Row> Page, string UnitCode, string UnitName, bool Own, int Year, IReadOnlyList<int> Years);

    /// <summary>Reads the files of one item or line.</summary>
    /// <exception cref="Refusal">NotFound: missing, or not to be read by the asker.</exception>
    public async Task<Strip> OfAsync(EvidenceOf of, Guid subjectId, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        List<EvidenceFile> files;
        bool mayAdd;
        if (of == EvidenceOf.PlanItem)
        {
            mayAdd = op.Actor.Can(Permission.KeepCommitments, (await op.PlanOfAsync(subjectId, ct)).UnitPath);
            files = [.. await op.Db.ItemEvidence.AsNoTracking().Where(f => f.ItemId == subjectId).ToListAsync(ct)];
        }
        else
        {
            var commitment = await op.CommitmentOfAsync(subjectId, ct);
            mayAdd = commitment.IsAuthor(op.Actor) || op.Actor.Can(Permission.KeepCommitments, commitment.UnitPath);
            files = [.. await op.Db.LineEvidence.AsNoTracking().Where(f => f.LineId == subjectId).ToListAsync(ct)];
        }
        var places = await EvidencePlaces.FindAsync(op, files, ct);
        return new Strip([.. files.OrderBy(f => f.ReceivedAt).ThenBy(f => f.Id).Select(f => Shown(op, f, places))], mayAdd, Math.Max(0, EvidenceFile.Limit - files.Count), op.Today);
    }

    /// <summary>Reads a page of the list.</summary>
    /// <exception cref="Refusal">NotFound: no such unit at or below the asker's.</exception>
    public async Task<Answer> RunAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var (code, mine) = (input.UnitCode, op.Actor.MainPost!.UnitPath);
        var unit = await op.Db.Units.Where(u => code == null ? u.Path == mine : u.Code == code).Select(u => new { u.Code, u.Name, u.Path }).FirstOrDefaultAsync(ct).OrRefuseAsync();
        if (!op.Actor.Posts.Any(post => UnitPath.IsAtOrBelow(unit.Path, post.UnitPath))) throw new Refusal(Because.NotFound);
        var running = await RunningYear.OfAsync(op, ct);
        var year = Math.Clamp(input.Year ?? running, DateOnly.MinValue.Year, DateOnly.MaxValue.Year - 1);

        var (ofItems, ofLines) = (Items(op, unit.Path, year), Lines(op, unit.Path, year));
        if (input.Of == EvidenceOf.CommitmentLine) ofItems = ofItems.Where(_ => false);
        if (input.Of == EvidenceOf.PlanItem) ofLines = ofLines.Where(_ => false);
        var (keys, count) = await KeysAsync(ofItems, ofLines, SearchKey.Fold(input.Search), Math.Max(0, input.Skip), Paging.Take(input.Take), ct);
        List<EvidenceFile> files = [.. await op.Db.ItemEvidence.AsNoTracking().Where(f => keys.Contains(f.Id)).ToListAsync(ct), .. await op.Db.LineEvidence.AsNoTracking().Where(f => keys.Contains(f.Id)).ToListAsync(ct)];
        var places = await EvidencePlaces.FindAsync(op, files, ct);
        var years = await op.Db.Years.Where(y => y.OpenedAt != null).Select(y => y.Year).ToListAsync(ct);
        return new Answer(new Page<Row>([.. files.OrderByDescending(f => f.ReceivedAt).ThenByDescending(f => f.Id).Select(f => Shown(op, f, places))], count),
            unit.Code, unit.Name, unit.Path == mine, year, [.. years.Append(running).Append(year).Distinct().OrderDescending()]);
    }

    private static IQueryable<ItemEvidence> Items(Operation op, string path, int year)
    {
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
        var files = op.Db.ItemEvidence.AsNoTracking().Where(f => f.UnitPath == path && (f.HappenedOn ?? f.FiledOn) >= from && (f.HappenedOn ?? f.FiledOn) < to);
        if (!op.Actor.Can(Permission.ReadFilings, path)) return files.Where(_ => false);
        return op.Actor.Can(Permission.EditPlan, path) ? files : files.Where(f => op.Db.Plans.Any(p => p.Id == f.PlanId && p.PublishedDownward));
    }

    private static IQueryable<LineEvidence> Lines(Operation op, string path, int year)
    {
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
        return op.Db.LineEvidence.AsNoTracking().Where(f => f.UnitPath == path && (f.HappenedOn ?? f.FiledOn) >= from && (f.HappenedOn ?? f.FiledOn) < to);
    }

    private static async Task<(List<Guid> Keys, int Count)> KeysAsync(IQueryable<ItemEvidence> ofItems, IQueryable<LineEvidence> ofLines, string search, int skip, int take, CancellationToken ct)
    {
        var all = ofItems.Select(f => new { f.Id, f.ReceivedAt, f.Name, f.Caption }).Concat(ofLines.Select(f => new { f.Id, f.ReceivedAt, f.Name, f.Caption }));
        if (search.Length == 0) return ([.. (await all.OrderByDescending(f => f.ReceivedAt).ThenByDescending(f => f.Id).Skip(skip).Take(take).ToListAsync(ct)).Select(f => f.Id)], await all.CountAsync(ct));
        // One unit's captions of one year are few; folding them here spares every row a second, folded column.
        var found = (await all.ToListAsync(ct)).FindAll(f => SearchKey.Fold(f.Caption).Contains(search, StringComparison.Ordinal) || SearchKey.Fold(f.Name).Contains(search, StringComparison.Ordinal));
        return ([.. found.OrderByDescending(f => f.ReceivedAt).ThenByDescending(f => f.Id).Skip(skip).Take(take).Select(f => f.Id)], found.Count);
    }

    private static Row Shown(Operation op, EvidenceFile file, EvidencePlaces places)
    {
        var (same, counted) = places.Elsewhere(file);
        var (subject, mayRemove) = file switch
        {
            ItemEvidence ofItem => (ofItem.ItemId, ofItem.MayRemove(op.Actor)),
            LineEvidence ofLine => (ofLine.LineId, ofLine.MayRemove(op.Actor)),
            _ => (Guid.Empty, false),
        };
        return new Row(file.Id, file.Name, file.Kind, file.Size, file.Caption, file.HappenedOn, file.FiledOn, file.ReceivedAt, file.ReceivedFrom, file.ThumbnailSha256 is not null, mayRemove,
            places.Of(subject), same, counted);
    }
}
