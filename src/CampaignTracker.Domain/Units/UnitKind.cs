namespace CampaignTracker.Domain.Units;

/// <summary>What kind of organisation a unit is. Kinds and their names are data (seed-data/units/kinds.csv), so a reform is no release.</summary>
public sealed class UnitKind
{
    private UnitKind() { }

    /// <summary>A kind as the seed gives it.</summary>
    public UnitKind(string code, string name, string nameEnglish, string shortName, UnitLevel level, string paperSymbol, bool party, int order)
    {
        Code = code;
        Name = name;
        NameEnglish = nameEnglish;
        ShortName = shortName;
        Level = level;
        PaperSymbol = paperSymbol;
        Party = party;
        Order = order;
    }

    /// <summary>Stable code, e.g. "cell".</summary>
    public string Code { get; private set; } = "";
    /// <summary>Vietnamese name.</summary>
    public string Name { get; private set; } = "";
    /// <summary>English name.</summary>
    public string NameEnglish { get; private set; } = "";
    /// <summary>How one addresses it on a button, e.g. "Đảng ủy".</summary>
    public string ShortName { get; private set; } = "";
    /// <summary>Level in the sense of domain.md §3.1.</summary>
    public UnitLevel Level { get; private set; }
    /// <summary>Symbol behind a paper's type, e.g. "CB" in "03-KH/CB" (05-HD/VPTW).</summary>
    public string PaperSymbol { get; private set; } = "";
    /// <summary>A Party organisation or not: state bodies and the Front use another letterhead.</summary>
    public bool Party { get; private set; }
    /// <summary>Order in lists.</summary>
    public int Order { get; private set; }
}

/// <summary>Levels of the organisation after 1/7/2025: no district level.</summary>
public enum UnitLevel
{
    /// <summary>Tỉnh.</summary>
    Province,
    /// <summary>Xã, phường, and the blocs directly under the province.</summary>
    Commune,
    /// <summary>Đảng bộ cơ sở, chi bộ cơ sở.</summary>
    Grassroots,
    /// <summary>Chi bộ trực thuộc.</summary>
    Cell,
    /// <summary>Bodies beside the line: state bodies, the Front, advisory boards.</summary>
    Body,
}
