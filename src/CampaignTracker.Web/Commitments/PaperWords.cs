using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Commitments;

/// <summary>What the paper sheet says in the browser, in the reader's language.</summary>
public static class PaperWords
{
    /// <summary>Every text by the name that the script knows it by.</summary>
    public static IReadOnlyDictionary<string, string> All() => new Dictionary<string, string>
    {
        ["table"] = PaperEntryText.Table, ["no"] = PaperEntryText.Number, ["name"] = Wording.Of(FieldName.FullName),
        ["action"] = Wording.Of(CommitmentField.Action), ["result"] = Wording.Of(CommitmentField.Result), ["dueOn"] = Wording.Of(CommitmentField.DueOn),
        ["proof"] = Wording.Of(CommitmentField.Proof), ["standard"] = Wording.Of(CommitmentField.Standard), ["saved"] = PaperEntryText.Saved,
        ["cell"] = PaperEntryText.Cell, ["resultAsk"] = PaperEntryText.ResultAsk, ["dueAsk"] = PaperEntryText.DueAsk,
        ["notYet"] = PaperEntryText.NotYet, ["typing"] = PaperEntryText.Typing, ["saving"] = SharedText.Saving, ["held"] = SharedText.NotSaved, ["look"] = PaperEntryText.LookAgain, ["two"] = SharedText.TwoVersions,
        ["hint"] = PaperEntryText.Hint, ["mayStay"] = PaperEntryText.MayStay, ["noBefore"] = PaperEntryText.NoBefore, ["more"] = PaperEntryText.More, ["less"] = PaperEntryText.Less,
        ["noDateAbove"] = PaperEntryText.NoDateAbove, ["undone"] = PaperEntryText.Undone, ["nothingToUndo"] = PaperEntryText.NothingToUndo, ["allSaved"] = PaperEntryText.AllSaved,
        ["endMissing"] = PaperEntryText.EndMissing, ["endAll"] = PaperEntryText.EndAll, ["restored"] = PaperEntryText.BroughtBack, ["tooManyLines"] = PaperEntryText.TooManyLines.With(CommitmentLimits.Lines), ["adopted"] = Wording.Of(CommitmentState.Adopted), ["limit"] = $"{CommitmentLimits.Lines}",
        ["mine"] = SharedText.KeepMine, ["theirs"] = SharedText.KeepTheirs, ["myText"] = PaperEntryText.MyText, ["theirText"] = SharedText.TheirText, ["empty"] = SharedText.EmptyText,
        ["addLine"] = PaperEntryText.AddLine, ["previous"] = PaperEntryText.Previous, ["next"] = PaperEntryText.Next, ["saveNow"] = SharedText.SaveNow,
    };

    /// <summary>The keys of the page.</summary>
    public static IReadOnlyList<KeyLine> Keys() =>
    [
        new(["Enter"], PaperEntryText.KeyNext), new(["Shift", "Enter"], PaperEntryText.KeyBack), new(["Ctrl", "Enter"], PaperEntryText.KeyLine), new(["Ctrl", "D"], PaperEntryText.KeyDate),
        new(["F2"], PaperEntryText.KeyBefore), new(["Ctrl", "Z"], PaperEntryText.KeyUndo),
    ];

    /// <summary>Those that stand in the list only.</summary>
    public static IReadOnlyList<KeyLine> MoreKeys() =>
    [
        new(["Ctrl", "Y"], PaperEntryText.KeyRedo), new(["Alt", "Enter"], PaperEntryText.KeyBreak), new(["1", "…", "5"], PaperEntryText.KeyStandard),
        new(["Page Down"], PaperEntryText.Next), new(["Page Up"], PaperEntryText.Previous),
    ];
}
