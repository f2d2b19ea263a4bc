namespace CampaignTracker.UseCases.Database;

/// <summary>The database cannot be used; the message is one line for the person who starts the program: what, which setting, the way out.</summary>
public sealed class StartProblem(string message, Exception? cause = null) : Exception(message.ReplaceLineEndings(" "), cause);
