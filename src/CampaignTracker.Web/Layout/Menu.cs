namespace CampaignTracker.Web.Layout;

/// <summary>What the header shows in this circuit: the entries for this reader, and who they are. Others fill it.</summary>
public sealed class Menu
{
    // More would lie under the help sign at 1366 points.
    private const int Room = 8;

    /// <summary>In the order of the header; five to seven.</summary>
    public IReadOnlyList<MenuEntry> Entries { get; private set; } = [];

    /// <summary>What found no room in the header's row: stands in the reader's own box.</summary>
    public IReadOnlyList<MenuEntry> More { get; private set; } = [];

    /// <summary>The reader's name.</summary>
    public string? Person { get; private set; }

    /// <summary>The post they act in, with its unit.</summary>
    public string? Post { get; private set; }

    /// <summary>The reader has not yet read the notice on processing personal data.</summary>
    public bool NoticeUnread { get; private set; }

    /// <summary>Raised after any change; the header draws itself again.</summary>
    public event Action? Changed;

    /// <summary>Sets the whole menu: once when the circuit starts, and again when the reader changes post.</summary>
    public void Show(string? person, string? post, IReadOnlyList<MenuEntry> entries, bool noticeUnread = false)
    {
        var row = entries.Where(entry => !entry.Aside).ToList();
        (Person, Post, Entries, More, NoticeUnread) = (person, post, [.. row.Take(Room)], [.. row.Skip(Room), .. entries.Where(entry => entry.Aside)], noticeUnread);
        Changed?.Invoke();
    }

    /// <summary>The notice has been read.</summary>
    public void NoticeWasRead()
    {
        NoticeUnread = false;
        Changed?.Invoke();
    }

    /// <summary>Background tasks of the reader that ended and were not looked at.</summary>
    public int TasksEnded { get; private set; }

    /// <summary>Raised when the reader has asked for a background task.</summary>
    public event Action? TaskAsked;

    /// <summary>The reader has asked for a background task.</summary>
    public void TaskWasAsked() => TaskAsked?.Invoke();

    /// <summary>How many ended.</summary>
    public void TellTasks(int ended)
    {
        if (ended == TasksEnded) return;
        TasksEnded = ended;
        Changed?.Invoke();
    }

    /// <summary>Puts a new figure beside one entry.</summary>
    public void Count(string href, int? waiting)
    {
        Entries = [.. Entries.Select(e => e.Href == href ? e with { Count = waiting } : e)];
        Changed?.Invoke();
    }
}

/// <summary>Fills the menu for whoever is signed in. Registered once, scoped; the header asks it at its first drawing.</summary>
public interface IFillMenu
{
    /// <summary>Calls <see cref="Menu.Show"/> with what this reader uses.</summary>
    Task FillAsync(Menu menu, CancellationToken ct);
}
