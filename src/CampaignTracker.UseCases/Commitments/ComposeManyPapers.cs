using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Runtime.CompilerServices;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Audit;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Commitments.Papers;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Audit;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.GoverningDocuments;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Commitments;

/// <summary>
/// Everybody's commitment papers at a unit and below it, unit by unit as they are written: of the units whose commitments the asker keeps and of no other.
/// The program itself, asked by whoever has the machine, prints them all; every unit then finds it in its trail, with the reason.
/// </summary>
public sealed class ComposeManyPapers(Operations operations)
{
    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonLength = 500;

    /// <summary>Which papers.</summary>
    /// <param name="Year">The year, or one of the term; null for the one that runs.</param>
    /// <param name="UnitCode">The unit; null for the asker's own.</param>
    /// <param name="Scope">Year or term.</param>
    /// <param name="Form">Code of the form; null for the registration.</param>
    /// <param name="Reason">Why the program prints what no post reads; needed there alone.</param>
    public sealed record Input(int? Year, [property: StringLength(Unit.CodeLength)] string? UnitCode = null, CommitmentScope Scope = CommitmentScope.Year, [property: StringLength(40)] string? Form = null,
        [property: StringLength(ReasonLength)] string? Reason = null);

    /// <summary>The papers, read while they are written; dispose it afterwards.</summary>
    public sealed class Answer : IAsyncDisposable
    {
        private readonly Operation operation;

        internal Answer(Operation operation, string unitCode, FormPaper paper, int count, IAsyncEnumerable<OfUnit> units) => (this.operation, UnitCode, Paper, Count, Units) = (operation, unitCode, paper, count, units);

        /// <summary>The unit at the top, for the file's name.</summary>
        public string UnitCode { get; }
        /// <summary>Which paper.</summary>
        public FormPaper Paper { get; }
        /// <summary>How many units there are.</summary>
        public int Count { get; }
        /// <summary>One unit after the other, in the order of the tree.</summary>
        public IAsyncEnumerable<OfUnit> Units { get; }

        /// <inheritdoc/>
        public ValueTask DisposeAsync() => operation.DisposeAsync();
    }

    /// <summary>A unit's papers.</summary>
    /// <param name="Code">The unit's code.</param>
    /// <param name="Period">Year or term.</param>
    /// <param name="Papers">One a person who has promised, in the order of the list.</param>
    public sealed record OfUnit(string Code, PaperPeriod Period, IReadOnlyList<PersonalPaper> Papers);

    private sealed record Found(Guid Id, string Path, string Code);

    /// <summary>Finds the units and begins.</summary>
    /// <exception cref="Refusal">NotFound: no such unit or form, or nobody there has promised anything; NotAllowed; OpeningWithoutReason.</exception>
    public async Task<Answer> RunAsync(Input input, CancellationToken ct)
    {
        var op = await operations.BeginAsync(input, ct);
        try
        {
            var (code, mine) = (input.UnitCode, op.Actor.MainPost?.UnitPath ?? "");
            var top = await op.Db.Units.Where(u => string.IsNullOrEmpty(code) ? u.Path == mine : u.Code == code).Select(u => new Found(u.Id, u.Path, u.Code)).FirstOrDefaultAsync(ct).OrRefuseAsync();
            var year = input.Year ?? await RunningYear.OfAsync(op, ct);
            var units = await UnitsAsync(op, top.Path, input.Scope, year, ct);
            var form = await UnitPapers.FormAsync(op, input.Form, ct);
            if (op.Actor.IsSystem) await LogAsync(op, top, units, input.Reason, year, ct);
            return new Answer(op, top.Code, form.Paper, units.Count, ReadAsync(op, units, input.Scope, year, form, ct));
        }
        catch
        {
            await op.DisposeAsync();
            throw;
        }
    }

    private static async Task<List<Found>> UnitsAsync(Operation op, string path, CommitmentScope scope, int year, CancellationToken ct)
    {
        var to = UnitPath.End(path);
        var below = op.Db.Units.Where(u => string.Compare(u.Path, path) >= 0 && string.Compare(u.Path, to) < 0);
        // A person keeps the papers of few units: named, they need no look at all the others.
        var kept = op.Actor.Posts.Where(post => op.Actor.Can(Permission.KeepCommitments, post.UnitPath)).Select(post => post.UnitPath).Distinct().ToList();
        if (!op.Actor.IsSystem)
        {
            if (!kept.Exists(own => UnitPath.IsAtOrBelow(own, path))) throw new Refusal(Because.NotAllowed);
            below = below.Where(u => kept.Contains(u.Path));
        }
        var units = await below.Where(u => op.Db.Commitments.Any(c => c.UnitId == u.Id && c.Scope == scope && c.Year <= year && c.ToYear >= year)).OrderBy(u => u.Path).Select(u => new Found(u.Id, u.Path, u.Code)).ToListAsync(ct);
        return units.Count > 0 ? units : throw new Refusal(Because.NotFound);
    }

    private static async IAsyncEnumerable<OfUnit> ReadAsync(Operation op, List<Found> units, CommitmentScope scope, int year, FormProfile form, [EnumeratorCancellation] CancellationToken ct)
    {
        var bases = new Dictionary<DateOnly, List<CitedDocument>>();
        foreach (var found in units)
        {
            var asked = await AskedUnit.OfUnitAsync(op, found.Id, found.Path, scope, year, ct);
            var unit = await UnitPapers.ReadAsync(op, found.Path, ct);
            var (people, commitments) = await asked.PeopleAsync(op, progress: false, ct);
            var meeting = await UnitPapers.MeetingAsync(op, asked.Register, ct);
            var dated = asked.Register?.AdoptedOn ?? op.Today;
            if (!bases.TryGetValue(dated, out var basis)) bases[dated] = basis = await UnitPapers.BasisAsync(op, dated, ct);
            yield return new OfUnit(found.Code, asked.Period,
                [.. people.Where(p => commitments.ContainsKey(p.Id)).Select(p => unit.Paper(p, commitments[p.Id], asked.Period, asked.Register, meeting, form, basis))]);
        }
    }

    // Written before the first paper is: a unit learns that its papers were printed, also when the printing was cut short.
    private static async Task LogAsync(Operation op, Found top, List<Found> units, string? given, int year, CancellationToken ct)
    {
        var reason = SearchKey.Clean(given);
        if (string.IsNullOrEmpty(reason)) throw new Refusal(Because.OpeningWithoutReason, nameof(Input.Reason));
        foreach (var unit in units.Prepend(top).DistinctBy(u => u.Id))
            op.Db.Audit.Add(new AuditEntry(op.Now, op.Actor.AccountId, op.Actor.Name, nameof(ComposeManyPapers), nameof(CommitmentOpening), unit.Id, unit.Id, unit.Path,
                AuditTrail.Write(new() { ["Reason"] = [null, reason], ["Year"] = [null, year.ToString(CultureInfo.InvariantCulture)] }), personal: true));
        await op.SaveAsync(ct);
        op.Db.ChangeTracker.Clear();
    }
}
