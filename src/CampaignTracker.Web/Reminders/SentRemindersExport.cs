using CampaignTracker.Domain;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.Reports.Excel;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Reminders;
using CampaignTracker.Web.Reports;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Reminders;

/// <summary>Who was told of what by one rule, why they, and what came of it.</summary>
public sealed class SentRemindersExport(ViewSentReminders view) : ListExport<ViewSentReminders.Row>
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Column<ViewSentReminders.Row>> Columns =>
    [
        new(RuleText.Date, 13, Look.Date, row => row.DecidedOn),
        new(RuleText.Unit, 34, Look.Text, row => row.UnitName),
        new(RuleText.What, 34, Look.Text, row => row.Kind is null && row.Year == 0 ? null : ReminderWords.Subject(row.Kind, row.Year, row.ToYear)),
        new(RuleText.Due, 13, Look.Date, row => row.DueOn),
        new(RuleText.Person, 26, Look.Text, row => row.Person ?? RuleText.Member),
        new(RuleText.SeenAt, 20, Look.Moment, row => row.ReadAt),
        new(RuleText.Why, 30, Look.Text, row => Wording.Of(row.Why)),
        new(RuleText.Outcome, 24, Look.Text, row => (row.Settled switch { true => RuleText.Happened, false => RuleText.NotHappened, null => RuleText.StillOpen }).With(ViewReminderRules.DaysAfter)),
    ];

    /// <inheritdoc/>
    protected override object KeyOf(ViewSentReminders.Row row) => row.Id;

    /// <inheritdoc/>
    protected override async Task<Part> ReadAsync(ListQuery query, int skip, CancellationToken ct)
    {
        var (rule, slice, search) = (query["rule"] ?? "", query.Member<SentSlice>("slice") ?? SentSlice.All, query["search"]);
        var found = await view.RunAsync(new(rule, slice, search, skip / Paging.FileSize + 1, Paging.FileSize), ct);
        return new(RuleText.SentTitle.With(ReminderWords.NameOf(rule)), found, null, RuleText.SentLead, slice == SentSlice.All ? null : RuleWords.Of(slice), Searched(search));
    }
}
