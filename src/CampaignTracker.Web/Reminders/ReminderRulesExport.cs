using CampaignTracker.Domain;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.Reports.Excel;
using CampaignTracker.UseCases.Reminders;
using CampaignTracker.Web.Reports;

namespace CampaignTracker.Web.Reminders;

/// <summary>The reminder rules and what came of them.</summary>
public sealed class ReminderRulesExport(ViewReminderRules view) : ListExport<ReminderRulesExport.Line>
{
    /// <summary>A rule and its use; null where it was never used.</summary>
    public sealed record Line(ViewReminderRules.Rule Rule, ViewReminderRules.Use? Use);

    /// <inheritdoc/>
    protected override IReadOnlyList<Column<Line>> Columns =>
    [
        new(RuleText.Rule, 34, Look.Text, row => ReminderWords.NameOf(row.Rule.Code)),
        new(RuleText.State, 12, Look.Text, row => row.Rule.Usual is null ? null : row.Rule.Ladder is null ? RuleText.Off : RuleText.On),
        new(RuleText.To, 32, Look.Text, row => row.Rule.Audience is { } audience ? Wording.Of(audience) : RuleText.ToChosen),
        new(RuleText.When, 40, Look.Text, row => row.Rule.Ladder is { } ladder ? string.Join("; ", RuleWords.Steps(ladder)) : null),
        new(RuleText.Sent, 10, Look.Number, row => row.Use?.Sent ?? 0),
        new(RuleText.People, 10, Look.Number, row => row.Use?.People ?? 0),
        new(RuleText.Read, 10, Look.Number, row => row.Use?.Read ?? 0),
        new(RuleText.Measured, 12, Look.Number, row => row.Use?.Measured ?? 0),
        new(RuleText.Came, 10, Look.Number, row => row.Use?.Settled ?? 0),
    ];

    /// <inheritdoc/>
    protected override object KeyOf(Line row) => row.Rule.Code;

    /// <inheritdoc/>
    protected override async Task<Part> ReadAsync(ListQuery query, int skip, CancellationToken ct)
    {
        var (rules, used) = ((await view.RunAsync(ct)).Rules, await view.UseAsync(ct));
        return new(RuleText.Title, Whole([.. rules.Select(rule => new Line(rule, used.GetValueOrDefault(rule.Code)))]), null, RuleText.Use);
    }
}
