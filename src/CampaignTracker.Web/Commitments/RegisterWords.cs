using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.UseCases.Meetings;
using CampaignTracker.Web.Obligations;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Commitments;

/// <summary>Words of registers and commitments that more than one page says.</summary>
public static class RegisterWords
{
    /// <summary>Which people.</summary>
    public static string Of(RegisterSlice slice) => slice switch
    {
        RegisterSlice.NotWritten => RegisterText.SliceNotWritten,
        RegisterSlice.NotAdopted => RegisterText.SliceNotAdopted,
        RegisterSlice.Adopted => RegisterText.SliceAdopted,
        RegisterSlice.Heads => RegisterText.SliceHeads,
        _ => RegisterText.SliceAll,
    };

    /// <summary>Why somebody is left out.</summary>
    public static string Of(LeftOutReason reason) => reason == LeftOutReason.ConfirmedElsewhere ? RegisterText.LeftElsewhere : RegisterText.LeftNotWritten;

    /// <summary>"Cam kết năm 2027", "Cam kết toàn khóa 2026–2030".</summary>
    public static string Name(CommitmentScope scope, int year, int toYear) => scope == CommitmentScope.Term ? RegisterText.NameTerm.With($"{year}–{toYear}") : RegisterText.NameYear.With($"{year}");

    /// <summary>How a person's commitment stands, as chip: css suffix, symbol, word, filled.</summary>
    public static (string Kind, string Icon, string Word, bool Filled) Look(CommitmentState? state, int lines, bool asked, Confirmation? by = null) => state switch
    {
        null => ("not-yet-due", "radio_button_unchecked", RegisterText.NotBegun, false),
        CommitmentState.Draft when asked => ("supplement-asked", "edit_note", RegisterText.Asked, false),
        CommitmentState.Draft when lines == 0 => ("not-yet-due", "radio_button_unchecked", RegisterText.NotBegun, false),
        CommitmentState.Draft => ("due-soon", "edit", Wording.Of(CommitmentState.Draft), false),
        CommitmentState.Discussed => ("sent-on-time", "forum", Wording.Of(CommitmentState.Discussed), false),
        CommitmentState.Adopted when by is Confirmation.Office or Confirmation.Association => ("completed", "check_circle", RegisterText.ConfirmedOutside, true),
        { } later => ("completed", "check_circle", Wording.Of(later), true),
    };

    /// <summary>"2 việc, 1 việc đã rõ": never a verdict.</summary>
    public static string Clarity(int lines, int clear) => (lines == clear ? RegisterText.AllClear : RegisterText.SomeOpen).With(lines, lines - clear);

    /// <summary>What a day means here: "Thứ Ba, 31/03/2027".</summary>
    public static string Day(DateOnly day) => $"{FilingWords.Capital(Wording.Of(day.DayOfWeek))}, {Wording.Day(day)}";
}
