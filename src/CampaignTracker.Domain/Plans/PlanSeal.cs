using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CampaignTracker.Domain.Plans;

/// <summary>What is frozen when a plan is sent: canonical JSON (fixed order, invariant, UTF-8) and its SHA-256.</summary>
public static class PlanSeal
{
    private static readonly JsonSerializerOptions Canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The canonical JSON of a plan as it stands.</summary>
    public static string Freeze(UnitPlan plan) => JsonSerializer.Serialize(new
    {
        plan.UnitId,
        plan.Year,
        plan.ToYear,
        Answer = plan.Answer.ToString(),
        plan.AnswerText,
        Meeting = plan.Meeting is { } m ? new { m.HeldOn, m.Present, m.Total, m.InFavour } : null,
        Paper = plan.Paper is { } p ? new { p.Number, p.IssuedOn, p.Signer, p.SignerPost } : null,
        plan.ScanFileId,
        plan.Texts.Basis,
        plan.Texts.Aims,
        plan.Texts.Organisation,
        plan.Texts.Recipients,
        Items = plan.Items.Select(i => new { i.Id, i.Ordinal, i.Content, Role = i.Role?.ToString(), i.CoOperating, i.Responsible, i.Method, i.StartsOn, i.EndsOn, i.Product, i.Requirements }),
        Answers = plan.RequirementAnswers.OrderBy(a => a.RequirementId).Select(a => new { a.RequirementId, Kind = a.Kind.ToString() }),
    }, Canonical);

    /// <summary>SHA-256 of a text in UTF-8, lower-case hexadecimal.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
