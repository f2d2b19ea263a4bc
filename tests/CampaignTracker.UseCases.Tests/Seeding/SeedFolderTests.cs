using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Seeding;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Tests.Seeding;

public class SeedFolderTests
{
    [SkippableTheory, OnBoth]
    public async Task The_folder_of_the_repository_is_read_whole(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.SeededAsync(on);
        await using var db = campaign.Database();
        Assert.Equal(396, await db.Units.CountAsync());
        Assert.Equal(92, await db.Territories.CountAsync());
        Assert.Equal(12, await db.UnitKinds.CountAsync());
        Assert.Equal(2, await db.Successors.CountAsync());
        var province = await db.Units.AsNoTracking().FirstAsync(u => u.Code == "19");
        Assert.Equal("0001/", province.Path);
        var commune = await db.Units.Include(u => u.Placements).AsNoTracking().FirstAsync(u => u.Code == "19-01840");
        Assert.Equal("0001/0001/", commune.Path);
        Assert.Equal(province.Id, Assert.Single(commune.Placements).ParentId);
        var asked = await db.Requirements.Include(r => r.Deadlines).AsNoTracking().FirstAsync(r => r.Code == "KHT#1-year");
        Assert.Equal(10, asked.DeadlineFor("cell")!.WorkingDaysAfterSuperior);
        Assert.Equal(["commune-committee", "bloc-committee"], asked.Deadlines.First(d => d.Day == 28).UnitKinds);
        var conclusion = await db.Documents.Include(d => d.Links).AsNoTracking().FirstAsync(d => d.Symbol == "01-KL/TW");
        Assert.Equal(await db.Documents.Where(d => d.Symbol == "05-CT/TW").Select(d => d.Id).FirstAsync(), Assert.Single(conclusion.Links).ToId);
    }

    [SkippableTheory, OnBoth]
    public async Task A_second_reading_changes_nothing(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.SeededAsync(on);
        Assert.True((await campaign.Prepare.SeedAsync(TestCampaign.SeedFolder, default)).Unchanged);
        await using var db = campaign.Database();
        Assert.Equal(1, await db.Audit.CountAsync());
    }

    [SkippableTheory, OnBoth]
    public async Task A_changed_seed_updates_what_nobody_touched_and_leaves_alone_what_staff_corrected(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.SeededAsync(on);
        await using (var staff = campaign.Database())
        {
            staff.Acting = new Acting(Actor.System, "Rename", campaign.Clock.Now);
            (await staff.Units.FirstAsync(u => u.Code == "19-BTC")).Rename(Actor.System, "Corrected by staff");
            await staff.SaveChangesAsync();
        }
        using var seed = new SeedCopy();
        seed.Change("units/units.csv", text => text.Replace("19-BTC,", "19-BTC,New ").Replace("19-VP,", "19-VP,New "));
        seed.Change("documents/ke-hoach-tinh.json", text => text.Replace("\"workingDays\": 10", "\"workingDays\": 12"));
        var result = await campaign.Prepare.SeedAsync(seed.Folder, default);

        Assert.Equal(1, result.LeftAlone);
        Assert.Equal(3, result.Updated);
        await using var db = campaign.Database();
        Assert.Equal("Corrected by staff", await db.Units.Where(u => u.Code == "19-BTC").Select(u => u.Name).FirstAsync());
        Assert.StartsWith("New ", await db.Units.Where(u => u.Code == "19-VP").Select(u => u.Name).FirstAsync());
        var asked = await db.Requirements.Include(r => r.Deadlines).AsNoTracking().FirstAsync(r => r.Code == "KHT#1-year");
        Assert.Equal(12, asked.DeadlineFor("cell")!.WorkingDaysAfterSuperior);
        Assert.Equal(2, asked.Deadlines.Count);
    }

    [SkippableTheory, OnBoth]
    public async Task Forms_come_with_their_sections_and_follow_their_file(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.SeededAsync(on);
        await using (var db = campaign.Database())
        {
            var seven = await db.Forms.Include(f => f.Sections).SingleAsync(f => f.Code == "self-training-7");
            Assert.Equal(7, seven.Sections.Count);
            Assert.Equal(("thought", "actions"), (seven.Sections[0].Code, seven.Sections[6].Code));
            Assert.All(await db.Forms.ToListAsync(), form => Assert.False(string.IsNullOrEmpty(form.Source)));
        }
        using var seed = new SeedCopy();
        seed.Change("forms/self-training-4.json", text => text.Replace("\"code\": \"overcoming\"", "\"code\": \"mending\""));
        Assert.Equal(1, (await campaign.Prepare.SeedAsync(seed.Folder, default)).Updated);
        await using var after = campaign.Database();
        Assert.Equal(["thought", "discipline", "actions", "mending"], (await after.Forms.Include(f => f.Sections).SingleAsync(f => f.Code == "self-training-4")).Sections.Select(s => s.Code));
    }

    [SkippableTheory, OnBoth]
    public async Task A_unit_added_in_the_middle_moves_nobody(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.SeededAsync(on);
        await using var before = campaign.Database();
        var paths = await before.Units.ToDictionaryAsync(u => u.Code, u => u.Path);
        using var seed = new SeedCopy();
        seed.Change("units/units.csv", text => text.Replace("\n19-01843,", "\n19-NEW,New,advisory-body,19,,90,,,false,inferred,\n19-01843,"));
        Assert.Equal(new SeedResult(1, 0, 0), await campaign.Prepare.SeedAsync(seed.Folder, default));

        await using var db = campaign.Database();
        var now = await db.Units.ToDictionaryAsync(u => u.Code, u => u.Path);
        Assert.All(paths, path => Assert.Equal(path.Value, now[path.Key]));
        Assert.Equal(paths.Values.Where(p => UnitPath.Parent(p) == "0001/").Max(UnitPath.Number) + 1, UnitPath.Number(now["19-NEW"]));
    }

    [SkippableTheory, OnBoth]
    public async Task Two_nodes_starting_at_once_seed_once(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.EmptyAsync(on, new DateOnly(2026, 6, 15));
        var other = campaign.AnotherNode();
        async Task Start(TestCampaign node)
        {
            await node.Prepare.MigrateAsync(default);
            await node.Prepare.SeedAsync(TestCampaign.SeedFolder, default);
            await node.Prepare.DemoAsync(TestCampaign.SeedFolder, new DemoSettings(), default);
        }

        await Task.WhenAll(Task.Run(() => Start(campaign)), Task.Run(() => Start(other)));
        await using var db = campaign.Database();
        Assert.Equal(8, await db.Users.CountAsync());
    }

    // Each line: the file, what to put in place of what, and where the complaint points.
    [Theory]
    [InlineData("units/units.csv", "code,name,kind,", "code,label,kind,", "line 1")]
    [InlineData("units/units.csv", ",province-committee,,,1,", ",province,,,1,", "line 2, kind")]
    [InlineData("units/units.csv", "\n19-01843,", "\n19-01840,", "line 6, code")]
    [InlineData("units/units.csv", ",2025-07-01,,false,source,\n19-BTC", ",2025-07-32,,false,source,\n19-BTC", "opened_on")]
    [InlineData("units/units.csv", "19-BTC,", "19-BTC,\"", "line")]
    [InlineData("units/units.csv", "19-VP,", "19-VP,extra,", "line")]
    [InlineData("units/units.csv", ",advisory-body,19,,104", ",advisory-body,20,,104", "parent_code")]
    [InlineData("units/kinds.csv", ",province,TU", ",provinces,TU", "line 2, level")]
    [InlineData("units/territories.csv", "\n01843,", "\n1843,", "line 3, code")]
    [InlineData("calendar/periods.csv", "2024-01-01,2024-01-01", "2024-01-01,2023-01-01", "line 2, to")]
    [InlineData("documents/ke-hoach-tinh.json", "\"links\": [", "\"links\": ", "line")]
    [InlineData("documents/ke-hoach-tinh.json", "\"number\":", "\"numero\":", "requirements[1].number")]
    [InlineData("documents/ke-hoach-tinh.json", "\"to\": \"01-KL/TW\"", "\"to\": \"99-KL/TW\"", "links[1].to")]
    [InlineData("documents/ke-hoach-tinh.json", "\"annual-plan\"", "\"yearly-plan\"", "requirements[2].kind")]
    [InlineData("documents/ke-hoach-tinh.json", "\"code\": \"KHT#2-term\"", "\"code\": \"KHT#1-term\"", "requirements[3].code")]
    [InlineData("documents/ke-hoach-tinh.json", "\"month\": 2", "\"month\": 13", "requirements[1].deadlines[1].month")]
    [InlineData("documents/ke-hoach-tinh.json", "\"derivedFrom\": \"01-KL/TW#3\"", "\"derivedFrom\": \"x\"", "requirements[5].derivedFrom")]
    [InlineData("documents/terms.json", "\"year\": 2027", "\"year\": 2047", "years[3].year")]
    [InlineData("documents/terms.json", "\"fromYear\": 2026", "\"fromYear\": 2025", "terms[2].fromYear")]
    [InlineData("forms/personal-plan.json", "\"personal-plan\"", "\"plan\"", "paper")]
    [InlineData("forms/self-training-7.json", "\"code\": \"ethics\"", "\"code\": \"thought\"", "sections[2].code")]
    public async Task A_broken_file_is_named_with_its_place_and_nothing_is_written(string file, string from, string to, string place)
    {
        await using var campaign = await TestCampaign.MigratedAsync(DatabaseProvider.Sqlite);
        using var seed = new SeedCopy();
        seed.Change(file, text =>
        {
            var at = text.IndexOf(from, StringComparison.Ordinal);
            Assert.True(at >= 0, $"{from} is not in {file}");
            return text[..at] + to + text[(at + from.Length)..];
        });
        var problem = await Assert.ThrowsAsync<SeedProblem>(() => campaign.Prepare.SeedAsync(seed.Folder, default));

        Assert.Equal(file, problem.File);
        Assert.Contains(place, problem.Place);
        Assert.StartsWith($"seed-data/{file}, ", problem.Message);
        Assert.DoesNotContain('\n', problem.Message);
        await using var db = campaign.Database();
        Assert.Equal(0, await db.Units.CountAsync() + await db.UnitKinds.CountAsync() + await db.SeedMarks.CountAsync() + await db.Audit.CountAsync());
    }

    [Fact]
    public async Task A_quotation_must_stand_in_its_source()
    {
        await using var campaign = await TestCampaign.MigratedAsync(DatabaseProvider.Sqlite);
        using var seed = new SeedCopy();
        foreach (var source in Directory.EnumerateFiles(Path.Combine(seed.Folder, "sources"))) File.WriteAllText(source, "another text");
        var problem = await Assert.ThrowsAsync<SeedProblem>(() => campaign.Prepare.SeedAsync(seed.Folder, default));
        Assert.Contains("quotation", problem.Message);
    }

    [Fact]
    public async Task A_file_that_is_not_utf8_is_refused()
    {
        await using var campaign = await TestCampaign.MigratedAsync(DatabaseProvider.Sqlite);
        using var seed = new SeedCopy();
        await File.WriteAllBytesAsync(Path.Combine(seed.Folder, "units/kinds.csv"), [0x63, 0xF0, 0x28, 0x8C, 0x28]);
        var problem = await Assert.ThrowsAsync<SeedProblem>(() => campaign.Prepare.SeedAsync(seed.Folder, default));
        Assert.Equal("units/kinds.csv", problem.File);
    }

    [Fact]
    public async Task A_missing_folder_names_the_setting()
    {
        await using var campaign = await TestCampaign.MigratedAsync(DatabaseProvider.Sqlite);
        var problem = await Assert.ThrowsAsync<SeedProblem>(() => campaign.Prepare.SeedAsync("/nowhere", default));
        Assert.Contains("Data:SeedFolder", problem.Message);
    }
}
