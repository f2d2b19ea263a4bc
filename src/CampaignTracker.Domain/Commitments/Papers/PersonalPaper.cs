using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Papers;
using CampaignTracker.Domain.People;

namespace CampaignTracker.Domain.Commitments.Papers;

/// <summary>The head of a paper. What is null prints dotted, to be filled by hand.</summary>
/// <param name="Rule">The rule in force on the paper's date.</param>
/// <param name="Above">The unit above, or null for none; a committee is printed as its organisation ("Đảng bộ phường A").</param>
/// <param name="Issuer">The body itself.</param>
/// <param name="Place">Place beside the date, or null.</param>
/// <param name="DatedOn">The date, or null while there is none.</param>
/// <param name="Year">The year that stands in an open date.</param>
/// <param name="Demo">True: every page says "Dữ liệu minh họa".</param>
public sealed record PaperHead(PaperRule Rule, string? Above, string? Issuer, string? Place, DateOnly? DatedOn, int Year, bool Demo);

/// <summary>One year, or a term of several.</summary>
/// <param name="From">First year.</param>
/// <param name="To">Last year.</param>
public sealed record PaperPeriod(int From, int To)
{
    /// <summary>Toàn khóa.</summary>
    public bool Term => From != To;
}

/// <summary>Whose paper it is. What is null prints dotted.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Kind">What they take part as.</param>
/// <param name="BornOn">Birth date in words: the program does not keep it.</param>
/// <param name="Workplace">Where they work.</param>
/// <param name="PartyPost">Post in the Party.</param>
/// <param name="OfficePost">Post in an office.</param>
/// <param name="UnionPost">Post in the Front, a union or an association.</param>
/// <param name="Unit">The cell, office or association they belong to.</param>
public sealed record PaperPerson(string Name, ParticipantKind Kind, string? BornOn, string? Workplace, string? PartyPost, string? OfficePost, string? UnionPost, string? Unit)
{
    /// <summary>A member of the Party, full or probationary: confirmed by the cell; others by their office or association.</summary>
    public bool Member => Kind is ParticipantKind.Member or ParticipantKind.ProbationaryMember;
}

/// <summary>One promised line. There is no place for "hạn chế cần khắc phục": it stands on no paper.</summary>
/// <param name="Action">The concrete action.</param>
/// <param name="Result">The result to reach.</param>
/// <param name="By">By when.</param>
/// <param name="Evidence">What will prove it.</param>
/// <param name="Standard">The standard it serves.</param>
public sealed record Promise(string? Action, string? Result, DateOnly? By, string? Evidence, RoleModelStandard? Standard);

/// <summary>A section of a form with what was promised under it; empty, it prints dotted lines.</summary>
/// <param name="Title">Its heading, as the form profile has it; null for promises that stand in none of the form's sections.</param>
/// <param name="Promises">The lines.</param>
public sealed record PaperSection(string? Title, IReadOnlyList<Promise> Promises);

/// <summary>A governing document that a paper may cite: only a confirmed one is printed.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Symbol">Number and symbol.</param>
/// <param name="IssuedOn">Date of issue.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Title">Title in full, or null.</param>
/// <param name="Confidence">How sure its facts are.</param>
public sealed record CitedDocument(DocumentKind Kind, string? Symbol, DateOnly? IssuedOn, string? Issuer, string? Title, Confidence Confidence)
{
    /// <summary>May stand on a paper.</summary>
    public bool Citable => Confidence == Confidence.Confirmed && Symbol is not null;
}

/// <summary>A meeting as papers name it.</summary>
/// <param name="HeldOn">The day.</param>
/// <param name="Present">Present, or null where not recorded.</param>
/// <param name="Total">Of how many.</param>
/// <param name="InFavour">In favour.</param>
public sealed record PaperMeeting(DateOnly HeldOn, int? Present, int? Total, int? InFavour);

/// <summary>Who confirms a person's paper.</summary>
public enum ConfirmingBody
{
    /// <summary>The cell.</summary>
    Cell,
    /// <summary>A committee, for whoever is no member of one of its cells.</summary>
    Committee,
    /// <summary>The office, for a civil servant or employee who is no member of the Party.</summary>
    Office,
    /// <summary>The union or association, for its members.</summary>
    Association,
}

/// <summary>The confirming signature block.</summary>
/// <param name="Body">Which body.</param>
/// <param name="Post">Secretary or deputy, as whom it is signed; null: to be filled by hand.</param>
/// <param name="Signer">Their name, or null.</param>
/// <param name="Meeting">The meeting that adopted it, or null.</param>
public sealed record ConfirmingBlock(ConfirmingBody Body, Role? Post, string? Signer, PaperMeeting? Meeting);

/// <summary>One person's paper: registration, commitment or personal plan, as the writer chooses.</summary>
public sealed record PersonalPaper(PaperHead Head, PaperPeriod Period, PaperPerson Person, IReadOnlyList<CitedDocument> Basis, IReadOnlyList<PaperSection> Sections, ConfirmingBlock Confirmation);
