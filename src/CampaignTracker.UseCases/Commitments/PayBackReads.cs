using System.Linq.Expressions;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Commitments.Papers;
using CampaignTracker.Domain.Evidence;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Progress;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Commitments;

/// <summary>What half page, paragraph and dossier have in common.</summary>
internal static class PayBackReads
{
    /// <summary>Evidence of promises by line.</summary>
    public static async Task<ILookup<Guid, LineEvidence>> EvidenceAsync(Operation op, Expression<Func<LineEvidence, bool>> which, CancellationToken ct) =>
        (await op.Db.LineEvidence.AsNoTracking().Where(which).OrderBy(e => e.ReceivedAt).ToListAsync(ct)).ToLookup(e => e.LineId);

    /// <summary>What came of a person's promises.</summary>
    public static MemberResult Result(UnitPapers unit, Participant person, RoleModelCommitment commitment, PaperPeriod period, ILookup<Guid, LineEvidence> evidence) =>
        new(unit.Paper(person, commitment, period, null, null, null, []).Person, period,
            [.. commitment.Lines.Where(line => line.Action.Length > 0).Select(line => new PromiseResult(UnitPapers.Promise(line), line.Outcome, Figure(line.Figure, line.Result), Account(line.Progress), [.. evidence[line.Id].Select(NameOf)]))],
            commitment.SelfAssessment, unit.Today, unit.Demo);

    /// <summary>"5/8 buổi": the figure reached against what the result counts, as far as it counts something.</summary>
    public static string? Figure(int? figure, string result) => figure is not { } reached ? null
        : Measure.Read(result) is { } measure ? $"{reached}/{measure.Number} {measure.Counted}".TrimEnd() : $"{reached}";

    /// <summary>The latest account of what happened; "nothing new" adds none.</summary>
    public static string? Account(IEnumerable<ProgressEntry> entries) => entries.OrderBy(e => e.RecordedAt).LastOrDefault(e => e.Text.Length > 0)?.Text;

    /// <summary>A piece of evidence as papers name it.</summary>
    public static string NameOf(EvidenceFile file) => file.Caption.Length > 0 ? $"{file.Caption} ({file.Name})" : file.Name;

    /// <summary>A plan as papers name it.</summary>
    public static PlanName NameOf(UnitPlan plan) => new(new(plan.Year, plan.ToYear), plan.Paper?.Number, plan.Paper?.IssuedOn);
}
