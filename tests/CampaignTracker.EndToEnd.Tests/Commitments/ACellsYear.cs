using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.EndToEnd.Tests.Browser;
using CampaignTracker.EndToEnd.Tests.Program;
using CampaignTracker.UseCases.Progress;
using CampaignTracker.Web.Commitments;
using CampaignTracker.Web.Evidence;
using CampaignTracker.Web.Meetings;
using CampaignTracker.Web.People;
using CampaignTracker.Web.Progress;
using CampaignTracker.Web.Shared;
using ClosedXML.Excel;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CampaignTracker.EndToEnd.Tests.Commitments;

/// <summary>A cell's year with its people: the list from Excel, commitments from paper, the meeting, progress with a photo, the year's end and its paper.</summary>
public class ACellsYear
{
    private const string Newcomer = "Lò Thị Xuân Mới";

    // The smallest picture there is: one point.
    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    private static readonly int Year = LocalTime.Today(TimeProvider.System.GetUtcNow().UtcDateTime).Year;

    [NeedsBrowser]
    public async Task A_newcomer_is_imported_promises_is_adopted_reports_with_a_photo_and_the_year_ends_with_a_paper()
    {
        await using var server = await RunningServer.WithDemoAsync();
        await using var chibo = await Visitor.SignedInAsync(server, "chibo");

        await chibo.OpenAsync("/participants/import");
        await chibo.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "danh sách.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = ListOf(Newcomer) });
        await chibo.Button(ImportText.Store.With(1)).ClickAsync();
        await chibo.SeesAsync(ImportText.Stored.With(1, 0));

        var typist = new Typist(chibo);
        await chibo.OpenAsync($"/commitments/paper?year={Year}");
        await chibo.Button(PaperEntryText.SourceChoose).ClickAsync();
        await typist.AtAsync(PaperEntryText.Cell.Split("{0}")[0], "action");
        await chibo.Page.Locator(".paper-table tbody", new() { HasText = Newcomer }).ClickAsync();
        await typist.AtAsync(Newcomer, "action");
        await typist.LineAsync(0, "3112");
        await typist.SaveAsync();

        await chibo.OpenAsync($"/commitments?year={Year}");
        await chibo.Page.Locator("main button[aria-expanded]", new() { HasText = Adopting }).ClickAsync();
        await Expect(chibo.Page.Locator("#meeting-title")).ToBeVisibleAsync();
        await chibo.Page.Locator("#meeting-present").FillAsync("7");
        await chibo.Page.Locator("#meeting-favour").FillAsync("7");
        await chibo.Page.Locator("#meeting-date").FillAsync(Wording.Day(LocalTime.Today(TimeProvider.System.GetUtcNow().UtcDateTime)));
        await chibo.Page.Locator("section[aria-labelledby=meeting-title] button.main").ClickAsync();
        var row = chibo.Page.Locator("tr", new() { HasText = Newcomer });
        await Expect(row).ToContainTextAsync(Wording.Of(CommitmentState.Adopted));

        var (action, _, _, _) = Typist.Line(0);
        await chibo.OpenAsync($"/progress?search={Uri.EscapeDataString(Newcomer)}");
        await chibo.Page.GetByRole(AriaRole.Link, new() { Name = action }).First.ClickAsync();
        await chibo.SettledAsync();
        await chibo.Page.Locator(".outcomes button", new() { HasText = ProgressWords.Of(ProgressAnswer.Done) }).ClickAsync();
        await chibo.Field(ProgressText.WhatHappened).FillAsync("Đã làm xong, có xác nhận.");
        await chibo.Button(ProgressText.Record).ClickAsync();
        await Expect(chibo.Page.GetByText("Đã làm xong, có xác nhận.").First).ToBeVisibleAsync();
        await chibo.Button(EvidenceText.Add).ClickAsync();
        await chibo.Page.Locator(".evidence-form input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = "ảnh buổi gặp.png", MimeType = "image/png", Buffer = Picture });
        await chibo.Button(EvidenceText.Send).ClickAsync();
        await Expect(chibo.Page.GetByRole(AriaRole.Link, new() { Name = "ảnh buổi gặp.png" }).Or(chibo.Page.GetByText("ảnh buổi gặp.png")).First).ToBeVisibleAsync();

        await chibo.OpenAsync($"/commitments?year={Year}");
        await row.GetByRole(AriaRole.Link, new() { Name = Newcomer, Exact = true }).ClickAsync();
        await chibo.SettledAsync();
        await chibo.Field(Wording.Of(FieldName.SelfAssessment)).FillAsync("Đã hoàn thành việc đã hứa.");
        await chibo.Button(CommitmentText.RecordSelf).ClickAsync();
        await chibo.Page.Locator("textarea[data-keep-field=comment]").FillAsync("Chi bộ ghi nhận.");
        await chibo.Button(CommitmentText.RecordComment).ClickAsync();
        await chibo.Button(CommitmentText.CloseOne).ClickAsync();
        await chibo.SeesAsync(Wording.Of(CommitmentState.Closed));

        var key = chibo.Page.Url.Split('/')[^1].Split('?')[0];
        var paper = await chibo.Context.APIRequest.GetAsync($"{server.Address}/papers/payback/commitments/{key}.docx");
        Assert.Equal(200, paper.Status);
        Assert.Equal("PK"u8.ToArray(), (await paper.BodyAsync())[..2]);
        Assert.Empty(chibo.Complaints);
    }

    private static string Adopting => RegisterText.Adopt.With("chi bộ");

    private static byte[] ListOf(params string[] names)
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("Danh sách");
        sheet.Cell(1, 1).Value = "Họ và tên";
        for (var n = 0; n < names.Length; n++) sheet.Cell(n + 2, 1).Value = names[n];
        using var file = new MemoryStream();
        book.SaveAs(file);
        return file.ToArray();
    }
}
