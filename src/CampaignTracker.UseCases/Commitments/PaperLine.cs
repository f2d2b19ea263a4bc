using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;

namespace CampaignTracker.UseCases.Commitments;

/// <summary>One line of a paper as texts, each as <see cref="CommitmentField"/> writes it.</summary>
/// <param name="Id">The stored line, or null for one that was added.</param>
/// <param name="Action">Việc làm cụ thể.</param>
/// <param name="Result">Kết quả cần đạt.</param>
/// <param name="DueOn">"yyyy-MM-dd", or empty.</param>
/// <param name="Proof">Minh chứng.</param>
/// <param name="Standard">"1" to "5", or empty.</param>
public sealed record PaperLine(Guid? Id, string Action, string Result, string DueOn, string Proof, string Standard)
{
    /// <summary>The cells in the order of the paper.</summary>
    public static IReadOnlyList<CommitmentField> Fields { get; } = [CommitmentField.Action, CommitmentField.Result, CommitmentField.DueOn, CommitmentField.Proof, CommitmentField.Standard];

    /// <summary>The text of a cell.</summary>
    public string this[CommitmentField field] => field switch
    {
        CommitmentField.Action => Action,
        CommitmentField.Result => Result,
        CommitmentField.DueOn => DueOn,
        CommitmentField.Proof => Proof,
        CommitmentField.Standard => Standard,
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    /// <summary>True when nothing stands in it.</summary>
    public bool Blank => Fields.All(cell => this[cell].Length == 0);

    internal PaperLine Cleaned() => new(Id, Clean(Action), Clean(Result), Clean(DueOn), Clean(Proof), Clean(Standard));

    internal static IReadOnlyList<PaperLine> Of(RoleModelCommitment? commitment) => commitment is null ? [] : [.. commitment.Lines.Select(line => Of(commitment, line.Id))];

    internal static PaperLine Of(RoleModelCommitment commitment, Guid id)
    {
        string Text(CommitmentField field) => commitment.Read(id, field);
        return new(id, Text(CommitmentField.Action), Text(CommitmentField.Result), Text(CommitmentField.DueOn), Text(CommitmentField.Proof), Text(CommitmentField.Standard));
    }

    /// <summary>Two rows say the same: blank lines and keys do not count.</summary>
    internal static bool Same(IEnumerable<PaperLine> one, IEnumerable<PaperLine> other) => Texts(one).SequenceEqual(Texts(other));

    private static IEnumerable<PaperLine> Texts(IEnumerable<PaperLine> lines) => lines.Select(line => line.Cleaned() with { Id = null }).Where(line => !line.Blank);

    private static string Clean(string? text) => SearchKey.Clean(text) ?? "";
}
