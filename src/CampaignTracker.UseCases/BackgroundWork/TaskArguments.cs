using System.Text.Json;
using System.Text.Json.Serialization;
using CampaignTracker.Domain.Commitments;

namespace CampaignTracker.UseCases.BackgroundWork;

/// <summary>What a task needs besides its unit; each kind uses what it needs.</summary>
/// <param name="Year">The year of a report or of papers.</param>
/// <param name="Scope">Papers of a year or of the term.</param>
/// <param name="Form">Code of the form; null for the registration.</param>
/// <param name="UnitSheets">A report with a sheet for each unit.</param>
public sealed record TaskArguments(int? Year = null, CommitmentScope? Scope = null, string? Form = null, bool? UnitSheets = null)
{
    private static readonly JsonSerializerOptions Short = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = { new JsonStringEnumConverter() } };

    internal string Write() => JsonSerializer.Serialize(this, Short);

    internal static TaskArguments Read(string json) => JsonSerializer.Deserialize<TaskArguments>(json, Short) ?? new();
}
