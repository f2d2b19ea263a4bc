using CampaignTracker.Domain.Progress;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Progress;

namespace CampaignTracker.Web.Progress;

/// <summary>What an address of <c>/progress/months</c> says, and the address that says it.</summary>
public sealed record MonthsAsked(string? Unit = null, int? Year = null, ProgressSubject? Subject = null, string? Search = null, int Page = 1)
{
    /// <summary>Understands an address; what it cannot read it leaves at its default.</summary>
    public static MonthsAsked Read(string? unit, string? year, string? subject, string? search, string? page)
    {
        var asked = ProgressAsked.Read(unit, year, subject, null, null, null, null, null, search, page);
        return new(asked.Unit, asked.Year, asked.Subject, asked.Search, asked.Page);
    }

    /// <summary>The use case's input.</summary>
    public ViewProgressMonths.Input Input => new(Unit, Year, Subject, Search, (Page - 1) * Paging.Size);

    /// <summary>Where this stands.</summary>
    public string Address => ProgressAsked.To("/progress/months",
        [("unit", Unit), ("year", Year?.ToString()), ("subject", Subject?.ToString().ToLowerInvariant()), ("search", string.IsNullOrWhiteSpace(Search) ? null : Search.Trim()), ("page", Page > 1 ? Page.ToString() : null)]);

    /// <summary>The rows behind one number of a month.</summary>
    public string Rows(int year, int month, ProgressAnswer? answer) => new ProgressAsked(Unit, year, Subject, Month: month, Answer: answer).Address;
}
