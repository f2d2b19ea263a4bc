using CampaignTracker.Domain.Units;

namespace CampaignTracker.UseCases.Seeding;

/// <summary>The size of the demo that stands for a whole province.</summary>
/// <param name="Cells">Cells in all.</param>
/// <param name="People">People in all, those of state bodies and associations included.</param>
/// <param name="LargestCell">People of the sample cell.</param>
internal sealed record ProvinceSize(int Cells, int People, int LargestCell)
{
    /// <summary>The province of the speed figures.</summary>
    public static readonly ProvinceSize Full = new(5_000, 160_000, 120);
}

/// <summary>How large the demo is told.</summary>
/// <param name="Organisations">The invented organisations below communes and blocs.</param>
/// <param name="People">People in all, or null where each unit has as many as chance gives it.</param>
/// <param name="SampleCellPeople">People of the sample cell, or null.</param>
/// <param name="Tell">Told how far the loading is.</param>
internal sealed record DemoShape(IReadOnlyList<DemoTexts.OrganisationText> Organisations, int? People, int? SampleCellPeople, Action<string> Tell)
{
    /// <summary>Rows are stored as they come, and the term's registers hold the heads only.</summary>
    public bool Large => People is not null;

    /// <summary>The demo that a first start loads: some 300 cells.</summary>
    public static DemoShape Usual(DemoTexts texts) => new(texts.Organisations, null, null, _ => { });

    /// <summary>Cells below the communes and the blocs that are no sensitive bodies, in equal shares.</summary>
    public static DemoShape Province(DemoTexts texts, IReadOnlyList<Unit> open, ProvinceSize size, Action<string> tell)
    {
        var (communes, blocs) = (open.Where(u => u.KindCode == "commune-committee").OrderBy(u => u.OfficialOrder).ToList(), open.Where(u => u is { KindCode: "bloc-committee", Sensitive: false }).OrderBy(u => u.OfficialOrder).ToList());
        var parents = communes.Count + blocs.Count;
        var organisations = communes.Concat(blocs).Select((parent, i) =>
        {
            var count = size.Cells / parents + (i < size.Cells % parents ? 1 : 0);
            var bloc = i >= communes.Count;
            var groups = Shared(bloc ? texts.Province.BlocCells : texts.Province.CommuneCells, count);
            return new DemoTexts.OrganisationText(groups, [], bloc ? null : parent.OfficialOrder, bloc ? parent.Code : null);
        });
        return new DemoShape([.. organisations], size.People, size.LargestCell, tell);
    }

    // In the proportion of the counts given; the first group takes what remains.
    private static List<DemoTexts.GroupText> Shared(IReadOnlyList<DemoTexts.GroupText> groups, int count)
    {
        var all = groups.Sum(g => g.Count);
        var shares = groups.Select(g => g with { Count = g.Count * count / all }).ToList();
        shares[0] = shares[0] with { Count = shares[0].Count + count - shares.Sum(g => g.Count) };
        return shares;
    }
}
