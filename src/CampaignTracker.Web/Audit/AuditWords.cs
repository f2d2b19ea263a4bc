using System.Globalization;
using System.Text.RegularExpressions;
using CampaignTracker.Domain;
using CampaignTracker.Domain.BackgroundWork;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Meetings;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.Papers;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Progress;
using CampaignTracker.Domain.Reviews;
using CampaignTracker.UseCases.Audit;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Audit;

/// <summary>The trail keeps names of code; here they become words. What has no word yet is said neutrally and never hidden.</summary>
public static partial class AuditWords
{
    static readonly Dictionary<string, Type> Enums = new()
    {
        ["UnitPlan.State"] = typeof(PlanState), ["UnitPlan.Answer"] = typeof(PlanAnswer), ["PlanItem.Role"] = typeof(ItemRole), ["Post.Role"] = typeof(Role),
        ["Review.Proposal"] = typeof(OpinionKind), ["Review.Decision"] = typeof(OpinionKind), ["Obligation.CompletionMode"] = typeof(CompletionMode), ["RequirementAnswer.Kind"] = typeof(RequirementAnswerKind),
        ["StoredFile.Kind"] = typeof(FileKind), ["ItemEvidence.Kind"] = typeof(FileKind), ["LineEvidence.Kind"] = typeof(FileKind),
        ["Participant.Kind"] = typeof(ParticipantKind), ["Participant.Left"] = typeof(LeaveReason), ["RoleModelCommitment.State"] = typeof(CommitmentState), ["RoleModelCommitment.Scope"] = typeof(CommitmentScope),
        ["RoleModelCommitment.Confirmation"] = typeof(Confirmation), ["CommitmentRegister.Scope"] = typeof(CommitmentScope), ["CommitmentRegister.Keeper"] = typeof(RegisterKeeper),
        ["CommitmentLine.Standard"] = typeof(RoleModelStandard), ["CommitmentLine.Outcome"] = typeof(Outcome), ["LineProgress.Outcome"] = typeof(Outcome), ["ItemProgress.Outcome"] = typeof(Outcome),
        ["ItemReport.Outcome"] = typeof(Outcome), ["MeetingDecision.Item"] = typeof(MeetingItem), ["PersonalDataRequest.Ask"] = typeof(PersonalDataAsk), ["LongTask.Kind"] = typeof(LongTaskKind), ["LongTask.State"] = typeof(LongTaskState), ["LongTask.Step"] = typeof(LongTaskStep),
    };

    /// <summary>One field's change in words.</summary>
    /// <param name="Field">Thing and field.</param>
    /// <param name="Before">Null: there was nothing.</param>
    /// <param name="After">Null: there is nothing now.</param>
    /// <param name="Technical">A key or sealed data: folded away.</param>
    public sealed record Line(string Field, string? Before, string? After, bool Technical);

    /// <summary>What was done.</summary>
    public static string Act(ViewAudit.Row row) => row.Subject switch
    {
        nameof(UnitPlan) => PlanAct(row),
        nameof(Review) => ReviewAct(row),
        "Account" => AccountAct(row),
        nameof(ParticipantImport) when Has(row, "Undone") => AuditText.Act_ImportUndone,
        nameof(Post) when After(row, "Title") is { } title && Before(row, "Title") is null => AuditText.Act_PostGiven.With(title),
        nameof(Post) when Has(row, "To") => AuditText.Act_PostEnded,
        nameof(Obligation) when After(row, "ExtensionReason") is not null => AuditText.Act_Extended,
        nameof(Obligation) when After(row, "ExcuseReason") is not null => AuditText.Act_Excused,
        _ => null,
    } ?? Text($"Act_{row.Act}_{row.Subject}") ?? Text($"Act_{row.Act}") ?? Text($"Act_On_{row.Subject}") ?? AuditText.Act_Other;

    /// <summary>Every change of an entry, in words where they are known.</summary>
    public static IEnumerable<Line> Lines(ViewAudit.Row row) => row.Changes.Select(change => Of(row.Subject, change));

    static Line Of(string subject, ViewAudit.Change change)
    {
        var parts = FieldPath().Match(change.Field);
        var (thing, number, field) = parts.Success ? (parts.Groups["thing"].Value, parts.Groups["number"].Value, parts.Groups["field"].Value) : (subject, "", change.Field);
        var word = field.Length == 0 ? null : Text("Field_" + field);
        var owner = parts.Success ? (Text("Thing_" + thing) ?? thing).With(number).Trim() : null;
        var name = (owner, field.Length == 0) switch { (null, _) => word ?? field, (_, true) => owner, _ => $"{owner}: {word ?? field}" };
        var technical = (word is null && field.Length > 0) || field is "Sha256" or "ThumbnailSha256";
        return new(name, Value(thing, field, change.Before), field.Length == 0 ? null : Value(thing, field, change.After), technical);
    }

    static string? Value(string thing, string field, string? stored)
    {
        if (string.IsNullOrEmpty(stored)) return null;
        if (Enums.TryGetValue($"{thing}.{field}", out var type) && Enum.TryParse(type, stored, out var member)) return Wording.Of((Enum)member);
        if (DateOnly.TryParseExact(stored, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return Wording.Day(day);
        if (stored.Length == 20 && DateTime.TryParseExact(stored, "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var moment)) return Wording.Moment(moment);
        return stored switch { "True" => AuditText.Yes, "False" => AuditText.No, _ => stored };
    }

    static string? PlanAct(ViewAudit.Row row) =>
        Before(row, "State") is { } was && After(row, "State") is { } now && Enum.TryParse<PlanState>(was, out var from) && Enum.TryParse<PlanState>(now, out var to)
            ? AuditText.Act_State.With(Wording.Of(from), Wording.Of(to))
            : row.Changes.Any(c => c.Field.StartsWith("PlanMeeting.", StringComparison.Ordinal)) ? AuditText.Act_Meeting
            : row.Changes.Any(c => c.Field.StartsWith("PlanPaper.", StringComparison.Ordinal)) ? AuditText.Act_Paper
            : null;

    static string? ReviewAct(ViewAudit.Row row) =>
        After(row, "Decision") is { } decision ? AuditText.Act_Decided.With(Value(nameof(Review), "Decision", decision))
        : After(row, "ProposedAt") is not null && After(row, "Proposal") is { } proposal ? AuditText.Act_Proposed.With(Value(nameof(Review), "Proposal", proposal))
        : After(row, "Withdrawn") == "True" ? AuditText.Act_Withdrawn
        : row.Changes.Any(c => c.Field.StartsWith("Remark ", StringComparison.Ordinal)) ? row.Changes.Any(c => c.Field.EndsWith(']')) ? AuditText.Act_RemarkRemoved : AuditText.Act_Remarked
        : After(row, "OpenedAt") is not null ? AuditText.Act_Opened
        : null;

    static string? AccountAct(ViewAudit.Row row) =>
        After(row, "UserName") is { } user && Before(row, "UserName") is null ? AuditText.Act_AccountMade.With(user)
        : After(row, "Closed") is { } closed ? closed == "True" ? AuditText.Act_AccountClosed : AuditText.Act_AccountReopened
        : Has(row, "PasswordHash") ? AuditText.Act_PasswordSet
        : null;

    static bool Has(ViewAudit.Row row, string field) => row.Changes.Any(c => c.Field == field);
    static string? Before(ViewAudit.Row row, string field) => row.Changes.FirstOrDefault(c => c.Field == field)?.Before;
    static string? After(ViewAudit.Row row, string field) => row.Changes.FirstOrDefault(c => c.Field == field)?.After;
    static string? Text(string key) => AuditText.ResourceManager.GetString(key, CultureInfo.CurrentUICulture);

    // "PlanItem 3 [key].Method", "PlanMeeting.HeldOn", and "Remark [key]" for one that was removed.
    [GeneratedRegex(@"^(?<thing>\w+)( (?<number>\d+))?( \[[0-9a-f]{32}\])?(\.(?<field>\w+))?$(?<=[\].].*)")]
    private static partial Regex FieldPath();
}
