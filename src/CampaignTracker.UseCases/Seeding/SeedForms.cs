using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.GoverningDocuments;

namespace CampaignTracker.UseCases.Seeding;

/// <summary>The paper forms of the seed folder: one file a form.</summary>
internal static class SeedForms
{
    public static List<FormProfile> Read(SeedFiles files)
    {
        var forms = new List<FormProfile>();
        foreach (var file in files.Forms)
        {
            var row = SeedObject.Read(file, files.Read(file));
            var code = Path.GetFileNameWithoutExtension(file);
            if (code.Length > FormProfile.CodeLength) throw row.Problem(null, "the file's name is too long for a code.", $"Use at most {FormProfile.CodeLength} characters.");
            forms.Add(new FormProfile(code, row.Need("name", 200), row.Choice<FormPaper>("paper"), row.Has("scope") ? row.Choice<CommitmentScope>("scope") : null, Sections(code, row), row.Choice<Confidence>("confidence"), row.Text("source"), row.Number("order")));
        }
        return forms;
    }

    // The key holds all that the section says, so that a corrected file is followed.
    private static List<FormSection> Sections(string form, SeedObject row)
    {
        var seen = new HashSet<string>();
        return [.. row.Objects("sections").Select((section, i) =>
        {
            var code = SeedContent.Once(section, "code", seen, FormProfile.CodeLength);
            var title = section.Need("title", 300);
            return new FormSection(DerivedId.Of("form-section", $"{form}:{i + 1}:{code}:{title}"), code, title, i + 1);
        })];
    }
}
