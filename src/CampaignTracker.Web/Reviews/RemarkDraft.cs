using CampaignTracker.UseCases.Reviews;

namespace CampaignTracker.Web.Reviews;

/// <summary>One remark while it is written: new, or as it was saved.</summary>
public sealed class RemarkDraft
{
    /// <summary>A new one of the asker's own.</summary>
    public RemarkDraft(Guid? itemId, int number)
    {
        (ItemId, Mine, Fresh) = (itemId, true, true);
        Field = FieldOf(itemId, number);
    }

    /// <summary>A saved one.</summary>
    public RemarkDraft(ViewReview.Remark saved, int number)
    {
        (Id, ItemId, Text, At, Mine, Author, Body) = (saved.Id, saved.ItemId, saved.Text, saved.At, saved.Mine, saved.AuthorName, saved.Body);
        Field = FieldOf(saved.ItemId, number);
    }

    /// <summary>Its key once the server has it.</summary>
    public Guid? Id { get; private set; }
    /// <summary>The item, or null for the whole plan.</summary>
    public Guid? ItemId { get; }
    /// <summary>What it says now.</summary>
    public string Text { get; set; } = "";
    /// <summary>Last saved, UTC.</summary>
    public DateTime? At { get; private set; }
    /// <summary>Written by the asker.</summary>
    public bool Mine { get; }
    /// <summary>Who wrote it, when somebody else.</summary>
    public string Author { get; } = "";
    /// <summary>For which advisory body.</summary>
    public string? Body { get; }
    /// <summary>Opened a moment ago: the cursor goes there.</summary>
    public bool Fresh { get; set; }
    /// <summary>Name under which the browser keeps it.</summary>
    public string Field { get; }
    /// <summary>It says something.</summary>
    public bool Says => !string.IsNullOrWhiteSpace(Text);
    /// <summary>Version for the browser's keeping.</summary>
    public string Base => At?.Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";

    /// <summary>Name under which the browser keeps the n-th own remark on an item.</summary>
    public static string FieldOf(Guid? itemId, int number) => $"{itemId?.ToString("N") ?? "plan"}-{number}";

    /// <summary>The server has it; without a key it is gone there.</summary>
    public void Saved(Guid? id, DateTime at) => (Id, At) = (id, id is null ? null : at);
}
