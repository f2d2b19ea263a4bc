using Radzen;

namespace CampaignTracker.Web.Shared;

/// <summary>Asks before an act that cannot be taken back lightly: says what will happen, names the act on the button.</summary>
public static class ConfirmDialog
{
    /// <summary>True when the reader chose the act. <paramref name="act"/> names the target: never a bare yes.</summary>
    public static async Task<bool> AskAsync(this DialogService dialogs, string title, string whatWillHappen, string act, string? leave = null) =>
        await dialogs.Confirm(whatWillHappen, title, new ConfirmOptions
        {
            OkButtonText = act,
            CancelButtonText = leave ?? SharedText.Leave,
            Width = "min(520px, calc(100vw - 32px))",
            AutoFocusFirstElement = true,
        }) == true;
}
