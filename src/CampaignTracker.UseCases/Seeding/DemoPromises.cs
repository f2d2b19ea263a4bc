using System.Globalization;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Progress;
using CampaignTracker.Domain.Units;

namespace CampaignTracker.UseCases.Seeding;

/// <summary>What people promise in the demo.</summary>
internal sealed class DemoPromises(DemoTexts.PromiseTexts texts)
{
    private readonly Dictionary<(string Suits, bool Term, bool Clear), List<DemoTexts.PromiseText>> fitting = [];
    private readonly Dictionary<string, int?> measures = [];

    public DemoTexts.PromiseTexts Texts => texts;

    /// <summary>What a unit's promises are about.</summary>
    public static string SuitsOf(DemoWorld world, Unit unit) => world.Tree.Suits.TryGetValue(unit.Id, out var suits) ? suits : unit.KindCode == "state-body" ? "body" : "front";

    /// <summary>The body that confirms for those who are not members: the one whose cell it is.</summary>
    public string BodyOf(Unit unit) => unit.Name.StartsWith(texts.CellPrefix, StringComparison.Ordinal) ? unit.Name[texts.CellPrefix.Length..] : unit.Name;

    /// <summary>The number a result can be measured by, or null.</summary>
    public int? MeasureOf(string result)
    {
        if (!measures.TryGetValue(result, out var number)) measures[result] = number = Measure.Read(result)?.Number;
        return number;
    }

    /// <summary>Writes the lines as a person of such a unit would: most are concrete, some leave open what is counted.</summary>
    public void Write(RoleModelCommitment commitment, Actor hand, string suits, DateOnly adopted, int lines, DemoChance chance, DateTime at)
    {
        var term = commitment.Scope == CommitmentScope.Term;
        var pool = Fitting(suits, term, clear: term || !chance.Percent(10));
        var start = chance.Between(0, pool.Count - 1);
        for (var n = 0; n < Math.Min(lines, pool.Count); n++)
        {
            var text = pool[(start + n) % pool.Count];
            var line = commitment.AddLine(hand, at, DerivedId.Beside(commitment.Id, $"line:{n + 1}"));
            commitment.Write(hand, line.Id, CommitmentField.Action, text.Action, at);
            if (text.Result.Length > 0) commitment.Write(hand, line.Id, CommitmentField.Result, text.Result, at);
            if (text.Proof.Length > 0) commitment.Write(hand, line.Id, CommitmentField.Proof, text.Proof, at);
            if (text.Standard is { } standard) commitment.Write(hand, line.Id, CommitmentField.Standard, standard.ToString(CultureInfo.InvariantCulture), at);
            if (DueOf(commitment, text.To, adopted, chance) is { } due) commitment.Write(hand, line.Id, CommitmentField.DueOn, due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), at);
        }
    }

    private List<DemoTexts.PromiseText> Fitting(string suits, bool term, bool clear)
    {
        if (fitting.TryGetValue((suits, term, clear), out var found)) return found;
        found = [.. (term ? texts.TermLines : texts.Lines).Where(line => line.Suits.Contains(suits) && (line.To is not null && line.Proof.Length > 0 && line.Result.Length > 0) == clear)];
        return fitting[(suits, term, clear)] = found.Count > 0 ? found : throw new SeedProblem("demo/promises.json", null, $"no promise suits \"{suits}\".", "Write at least one.");
    }

    // What would be due before the meeting adopts it is promised for later in the year.
    private static DateOnly? DueOf(RoleModelCommitment commitment, string? monthAndDay, DateOnly adopted, DemoChance chance)
    {
        if (monthAndDay is null) return null;
        if (!DateOnly.TryParseExact($"{commitment.ToYear}-{monthAndDay}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due))
            throw new SeedProblem("demo/promises.json", null, $"\"{monthAndDay}\" is not a day of {commitment.ToYear}.", "Write MM-dd, and no 29 February.");
        return due > adopted.AddDays(40) ? due : new DateOnly(commitment.ToYear, 11, 10).AddDays(chance.Between(0, 20));
    }

    public static string Format(string pattern, params object[] facts) => string.Format(CultureInfo.InvariantCulture, pattern, facts);
}
