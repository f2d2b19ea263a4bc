using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.UseCases.Obligations;
using Microsoft.Extensions.Options;

namespace CampaignTracker.UseCases.Reminders;

/// <summary>Before units are urged by hand: who would be told, through what, which units have nobody, what is left out and why.</summary>
public sealed class PrepareUrging(Operations operations, IOptions<UrgingSettings> settings)
{
    /// <summary>What was chosen: filings by key, or units, or everything of one number below a unit.</summary>
    /// <param name="Filings">These filings; the rest is not looked at.</param>
    /// <param name="Units">Codes of units.</param>
    /// <param name="UnitCode">Without units: everything at and below this one; null for the asker's own.</param>
    /// <param name="Slice">Which of their filings.</param>
    /// <param name="WithBelow">Of chosen units also what the units below them owe.</param>
    /// <param name="Year">The campaign year, or null for all.</param>
    /// <param name="RequirementId">One requirement, or null.</param>
    public sealed record Input(IReadOnlyList<Guid>? Filings = null, IReadOnlyList<string>? Units = null, string? UnitCode = null, ObligationSlice Slice = ObligationSlice.Overdue, bool WithBelow = false, int? Year = null, Guid? RequirementId = null);

    /// <summary>The preview.</summary>
    /// <param name="FromUnit">In whose name.</param>
    /// <param name="Units">Who can be urged, in the official order.</param>
    /// <param name="Left">What is left out.</param>
    /// <param name="TooMany">More was chosen than one urging takes: the first ones are shown.</param>
    /// <param name="RestDays">Days of rest between two urgings of the same filing.</param>
    /// <param name="Today">Local date.</param>
    public sealed record Answer(string FromUnit, IReadOnlyList<UnitRow> Units, IReadOnlyList<LeftOut> Left, bool TooMany, int RestDays, DateOnly Today);

    /// <summary>A unit with all it would be urged for.</summary>
    /// <param name="UnitCode">The unit.</param>
    /// <param name="UnitName">Its name.</param>
    /// <param name="Party">A Party organisation: its secretary is addressed.</param>
    /// <param name="Filings">What is due.</param>
    /// <param name="Told">Who would be told in the program; empty: nobody has an account.</param>
    public sealed record UnitRow(string UnitCode, string UnitName, bool Party, IReadOnlyList<FilingRow> Filings, IReadOnlyList<Person> Told);

    /// <summary>A filing that would be urged.</summary>
    public sealed record FilingRow(Guid ObligationId, RequirementKind Kind, int Year, int ToYear, DateOnly DueOn, Standing Standing);

    /// <summary>Somebody who would be told.</summary>
    /// <param name="Name">Their name.</param>
    /// <param name="Email">By e-mail as well; else in the program alone.</param>
    public sealed record Person(string Name, bool Email);

    /// <summary>A filing that is left out.</summary>
    public sealed record LeftOut(string UnitCode, string UnitName, RequirementKind Kind, int Year, int ToYear, UrgingObstacle Why, DateOnly? UrgedOn);

    /// <summary>Reads it.</summary>
    /// <exception cref="Domain.Refusal">NotFound, NotAllowed.</exception>
    public async Task<Answer> RunAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var chosen = await op.ChosenAsync(input, settings.Value.RestDays, ct);
        var units = chosen.Filings.Where(f => f.Obstacle is null).GroupBy(f => f.Obligation.UnitPath).Select(unit => new UnitRow(unit.First().UnitCode, unit.First().UnitName, unit.First().Party,
            [.. unit.Select(f => f.Obligation).Select(o => new FilingRow(o.Id, o.Kind, o.Year, o.ToYear, Urging.DueOn(o.Facts), ObligationStatus.Judge(o.Facts, op.Today)))],
            [.. chosen.Told(unit.Key).Select(person => new Person(person.FullName, person.Address is not null))]));
        var left = chosen.Filings.Where(f => f.Obstacle is not null).Select(f => new LeftOut(f.UnitCode, f.UnitName, f.Obligation.Kind, f.Obligation.Year, f.Obligation.ToYear, f.Obstacle!.Value, f.LastUrgedOn));
        return new Answer(chosen.Post.UnitName, [.. units], [.. left], chosen.TooMany, settings.Value.RestDays, op.Today);
    }
}
