using System.Text;
using CampaignTracker.EndToEnd.Tests.Browser;
using CampaignTracker.Web.Commitments;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CampaignTracker.EndToEnd.Tests.Commitments;

/// <summary>Somebody at the paper sheet who has a keyboard and nothing else; every key is counted.</summary>
internal sealed class Typist(Visitor visitor)
{
    private static readonly string[] Actions = ["Gửi giấy mời, tài liệu họp qua điện thoại", "Trả hồ sơ một cửa trước hạn", "Thăm hộ hội viên khó khăn", "Gặp từng hộ trong nhóm, ghi ý kiến", "Hướng dẫn thủ tục trực tuyến tại nhà văn hóa"];
    private static readonly string[] Results = ["10/12 cuộc họp không in", "90% hồ sơ, ít nhất 120 hồ sơ", "2 hộ mỗi tháng", "6 hộ, mỗi quý một lần", "8 buổi"];
    private static readonly string[] Proofs = ["Sổ biên bản họp", "Sổ theo dõi hồ sơ", "Ảnh, sổ thăm hộ", "Sổ phụ trách hộ", "Danh sách ký"];

    /// <summary>Keys beyond the letters of the texts: Enter, combinations, the standard's digit.</summary>
    public int Walking { get; private set; }

    /// <summary>Letters of texts and dates, counted as Telex types them: a key for each letter, mark and tone.</summary>
    public int Letters { get; private set; }

    private IKeyboard Keys => visitor.Page.Keyboard;

    /// <summary>Starts again from nothing.</summary>
    public void CountAnew() => (Walking, Letters) = (0, 0);

    /// <summary>The paper's line of a number.</summary>
    public static (string Action, string Result, string Proof, string Standard) Line(int n) => ($"{Actions[n % Actions.Length]} ({n})", Results[n % Results.Length], Proofs[n % Proofs.Length], $"{(n % 5) + 1}");

    /// <summary>Opens the sheet and says which paper.</summary>
    public async Task OpenAsync(int year, string paper)
    {
        await visitor.OpenAsync($"/commitments/paper?year={year}");
        var words = visitor.Field(PaperEntryText.SourceWords);
        var meeting = visitor.Field(PaperEntryText.SourceMeeting);
        if (await meeting.CountAsync() > 0)
        {
            // A meeting is offered first; the last choice is another paper.
            await Expect(meeting).ToBeFocusedAsync();
            await Keys.PressAsync("End");
            await Expect(words).ToBeVisibleAsync();
            await Keys.PressAsync("Tab");
        }
        await Expect(words).ToBeFocusedAsync();
        await Keys.PressAsync("Control+a");
        await Keys.TypeAsync(paper);
        await Keys.PressAsync("Enter");
        await AtAsync(PaperEntryText.Cell.Split("{0}")[0], "action");
    }

    /// <summary>Types a text where the cursor is.</summary>
    public async Task TypeAsync(string text)
    {
        Letters += Telex(text);
        await Keys.TypeAsync(text);
    }

    /// <summary>Presses a key, or several together: that is one stroke for each.</summary>
    public async Task PressAsync(string key)
    {
        Walking += key.Split('+').Length;
        await Keys.PressAsync(key);
    }

    /// <summary>A whole line; the date typed, or taken from above.</summary>
    public async Task LineAsync(int n, string? date, bool last = true)
    {
        var (action, result, proof, standard) = Line(n);
        await TypeAsync(action);
        await PressAsync("Enter");
        await TypeAsync(result);
        await PressAsync("Enter");
        if (date is null) await PressAsync("Control+d");
        else await TypeAsync(date);
        await PressAsync("Enter");
        await TypeAsync(proof);
        await PressAsync("Enter");
        await PressAsync(standard);
        await PressAsync(last ? "Enter" : "Control+Enter");
    }

    /// <summary>Waits until the cursor stands in a column; <paramref name="person"/> is part of the field's name.</summary>
    public Task AtAsync(string person, string column) =>
        visitor.Page.WaitForFunctionAsync("([person, column]) => document.activeElement?.dataset.field === column && document.activeElement.getAttribute('aria-label').includes(person)", new[] { person, column });

    /// <summary>Whose row the cursor is in.</summary>
    public Task<string> PersonAsync() => visitor.Page.EvaluateAsync<string>("() => document.activeElement.closest('tbody').querySelector('.c-name b').textContent");

    /// <summary>Which column the cursor is in.</summary>
    public Task<string> ColumnAsync() => visitor.Page.EvaluateAsync<string>("() => document.activeElement.dataset.field");

    /// <summary>What the field with the cursor holds.</summary>
    public Task<string> HoldsAsync() => visitor.Page.EvaluateAsync<string>("() => document.activeElement.value");

    /// <summary>Ctrl+S, and waits for the word.</summary>
    public async Task SaveAsync()
    {
        await PressAsync("Control+s");
        await visitor.SeesAsync(PaperEntryText.AllSaved);
    }

    private static int Telex(string text) => text.Normalize(NormalizationForm.FormD).Sum(c => c is '\u0111' or '\u0110' ? 2 : char.IsUpper(c) ? 2 : 1);
}
