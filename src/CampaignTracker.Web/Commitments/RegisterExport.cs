using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.People;
using CampaignTracker.Reports.Excel;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.Web.Reports;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Commitments;

/// <summary>The people of a register as far as the asker may read their names; shortcomings are never in it.</summary>
public sealed class RegisterExport(ViewRegister view) : ListExport<ViewRegister.Row>
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Column<ViewRegister.Row>> Columns =>
    [
        new(RegisterText.Person, 28, Look.Text, row => row.Name),
        new(RegisterText.Head, 14, Look.Text, row => row.UnitHead ? RegisterText.Head : null),
        new(RegisterText.PostTitle, 26, Look.Text, row => row.PostTitle),
        new(RegisterText.PersonKind, 20, Look.Text, row => Wording.Of(row.Kind)),
        new(RegisterText.Stands, 22, Look.Text, row => row.ExemptSince is { } && row.CommitmentId is null ? RegisterText.Exempt : RegisterWords.Look(row.State, row.Lines, row.Asked, row.Confirmation).Word),
        new(RegisterText.AdoptedOn, 13, Look.Date, row => row.AdoptedOn),
        new(RegisterText.ConfirmedBy, 24, Look.Text, row => row.ConfirmedBy),
        new(RegisterText.LineCount, 9, Look.Number, row => row.Lines),
        new(RegisterText.FirstAction, 50, Look.Text, row => row.FirstAction),
    ];

    /// <inheritdoc/>
    protected override object KeyOf(ViewRegister.Row row) => row.ParticipantId;

    /// <inheritdoc/>
    protected override async Task<Part> ReadAsync(ListQuery query, int skip, CancellationToken ct)
    {
        var asked = RegisterAsked.Read(query["unit"], query["year"], query["scope"], query["view"], query["slice"], query["search"], null);
        var found = await view.RunAsync(asked.Register with { Skip = skip, Take = Paging.FileSize }, ct);
        return new(found.Scope == CommitmentScope.Year ? RegisterText.YearTitle.With(found.Year) : RegisterText.TermTitle.With(found.FromYear, found.ToYear), found.Page, found.UnitName,
            asked.Slice == RegisterSlice.All ? null : RegisterWords.Of(asked.Slice), Searched(asked.Search));
    }
}
