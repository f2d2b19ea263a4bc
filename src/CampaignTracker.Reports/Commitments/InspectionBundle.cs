using CampaignTracker.Domain.Commitments.Papers;
using Text = CampaignTracker.Reports.Commitments.CommitmentPaperText;

namespace CampaignTracker.Reports.Commitments;

/// <summary>A unit's whole trail of a period for an inspection.</summary>
public static class InspectionBundle
{
    /// <summary>Writes it. The output stays open.</summary>
    public static Task WriteAsync(UnitDossier dossier, Stream output, CancellationToken ct) => DossierParts.WriteAsync(dossier, Text.Inspection, DossierParts.All(dossier), _ => { }, output, ct);
}
