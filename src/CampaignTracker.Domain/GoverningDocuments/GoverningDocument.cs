namespace CampaignTracker.Domain.GoverningDocuments;

/// <summary>
/// A paper that governs the campaign: directive, conclusion, plan, guidance, regulation, resolution. A dated chain, as data: 05-CT/TW and 07-CT/TW run side by side.
/// Its title is shown in full or not at all, never shortened or reworded.
/// </summary>
public sealed class GoverningDocument : Entity
{
    private readonly List<DocumentLink> links = [];

    private GoverningDocument() { }

    /// <summary>A document as its file in seed-data/documents gives it.</summary>
    public GoverningDocument(Guid id, string code, string? symbol, string? displayName, DocumentKind kind, DateOnly? issuedOn, string? issuer, string? title,
        DateOnly? inForceFrom, DateOnly? inForceTo, bool followed, int order, Confidence confidence, string? sourceAddress, string? sourceFile) : base(id)
    {
        Code = code;
        Symbol = symbol;
        DisplayName = displayName;
        Kind = kind;
        IssuedOn = issuedOn;
        Issuer = issuer;
        Title = title;
        InForceFrom = inForceFrom;
        InForceTo = inForceTo;
        Followed = followed;
        Order = order;
        Confidence = confidence;
        SourceAddress = sourceAddress;
        SourceFile = sourceFile;
    }

    /// <summary>Stable code: the name of its seed file, e.g. "05-ct-tw"; stands in addresses.</summary>
    public string Code { get; private set; } = "";
    /// <summary>Number and symbol, e.g. "05-CT/TW"; null where no source gives it.</summary>
    public string? Symbol { get; private set; }
    /// <summary>What to call it while its number is unknown; null otherwise.</summary>
    public string? DisplayName { get; private set; }
    /// <summary>Its kind.</summary>
    public DocumentKind Kind { get; private set; }
    /// <summary>Date of issue, null where unknown.</summary>
    public DateOnly? IssuedOn { get; private set; }
    /// <summary>Who issued it, null where unknown.</summary>
    public string? Issuer { get; private set; }
    /// <summary>The full title, or null where no source gives it in full.</summary>
    public string? Title { get; private set; }
    /// <summary>In force from.</summary>
    public DateOnly? InForceFrom { get; private set; }
    /// <summary>In force to, null while it runs.</summary>
    public DateOnly? InForceTo { get; private set; }
    /// <summary>The campaign follows it now ("đang theo dõi song song").</summary>
    public bool Followed { get; private set; }
    /// <summary>Place in the chain.</summary>
    public int Order { get; private set; }
    /// <summary>How sure its facts are.</summary>
    public Confidence Confidence { get; private set; }
    /// <summary>Where its facts were read.</summary>
    public string? SourceAddress { get; private set; }
    /// <summary>The quoted source kept in seed-data/sources, or null.</summary>
    public string? SourceFile { get; private set; }
    /// <summary>Its relations to other documents.</summary>
    public IReadOnlyList<DocumentLink> Links => links;

    /// <summary>Relates this document to another.</summary>
    public void Relate(People.Actor actor, DocumentRelation relation, Guid toDocumentId)
    {
        actor.Must(People.Permission.ManageRequirements, "");
        links.Add(new DocumentLink(DerivedId.Of("link", $"{Id:N}:{relation}:{toDocumentId:N}"), Id, relation, toDocumentId));
    }
}

/// <summary>Loại văn bản.</summary>
public enum DocumentKind
{
    /// <summary>Chỉ thị.</summary>
    Directive,
    /// <summary>Kết luận.</summary>
    Conclusion,
    /// <summary>Kế hoạch.</summary>
    Plan,
    /// <summary>Hướng dẫn.</summary>
    Guidance,
    /// <summary>Quy định.</summary>
    Regulation,
    /// <summary>Nghị quyết.</summary>
    Resolution,
}

/// <summary>How one document stands to another.</summary>
public enum DocumentRelation
{
    /// <summary>Tiếp tục.</summary>
    Continues,
    /// <summary>Thực hiện.</summary>
    Implements,
    /// <summary>Hướng dẫn.</summary>
    Guides,
    /// <summary>Thay thế: only where a source says so.</summary>
    Supersedes,
    /// <summary>Sau: later on the same matter, no replacement proven.</summary>
    After,
    /// <summary>Căn cứ.</summary>
    Basis,
}

/// <summary>One relation of a document. Child of <see cref="GoverningDocument"/>.</summary>
public sealed class DocumentLink : Entity
{
    private DocumentLink() { }

    internal DocumentLink(Guid id, Guid fromId, DocumentRelation relation, Guid toId) : base(id)
    {
        FromId = fromId;
        Relation = relation;
        ToId = toId;
    }

    /// <summary>The document that relates.</summary>
    public Guid FromId { get; private set; }
    /// <summary>How.</summary>
    public DocumentRelation Relation { get; private set; }
    /// <summary>The document related to.</summary>
    public Guid ToId { get; private set; }
}
