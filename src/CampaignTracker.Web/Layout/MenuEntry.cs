namespace CampaignTracker.Web.Layout;

/// <summary>One place in the menu: where it leads, its word in the reader's language, and what waits there.</summary>
/// <param name="Href">Route, such as <c>/plans</c>; <c>/</c> is active on the home page alone.</param>
/// <param name="Icon">Material symbol, shown in the folded menu.</param>
/// <param name="Text">Read at each drawing, so that the language switch reaches it.</param>
/// <param name="Count">How many things wait there; nothing is drawn for null or zero.</param>
/// <param name="Aside">Stands in the reader's own box: asked for now and then.</param>
public sealed record MenuEntry(string Href, string Icon, Func<string> Text, int? Count = null, bool Aside = false);
