using CampaignTracker.Domain.Reminders;

namespace CampaignTracker.UseCases.Reminders;

/// <summary>Section "Urging": how soon the same filing may be urged again. No rule names a number: an assumption for the office to change.</summary>
public sealed class UrgingSettings
{
    /// <summary>Days of rest between two urgings of the same filing, whoever urges. At least 1.</summary>
    public int RestDays { get; set; } = Urging.RestDays;
}
