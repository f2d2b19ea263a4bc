using System.Text;
using CampaignTracker.Domain.Plans;

namespace CampaignTracker.UseCases.Seeding;

/// <summary>The files of the seed folder with their content and hash, read once.</summary>
internal sealed class SeedFiles
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private static readonly string[] Folders = ["units", "calendar", "documents", "forms"];

    private readonly string folder;
    private readonly SortedDictionary<string, string> hashes = new(StringComparer.Ordinal);

    private SeedFiles(string folder) => this.folder = folder;

    /// <summary>File (with forward slashes) → SHA-256 of its content. Files of the demo have none: they are read once.</summary>
    public IReadOnlyDictionary<string, string> Hashes => hashes;

    public static SeedFiles Open(string folder)
    {
        var files = new SeedFiles(folder);
        foreach (var part in Folders)
        {
            var path = Path.Combine(folder, part);
            if (!Directory.Exists(path)) throw new SeedProblem(part, null, $"the folder is missing under {folder}.", "Restore it, or set Data:SeedFolder to the folder that holds it.");
            foreach (var name in Directory.EnumerateFiles(path).Select(Path.GetFileName).OfType<string>().Where(name => Path.GetExtension(name) is ".csv" or ".json"))
                files.hashes[$"{part}/{name}"] = PlanSeal.Hash(files.Read($"{part}/{name}"));
        }
        return files;
    }

    public bool Exists(string file) => File.Exists(Path.Combine(folder, file));

    public IEnumerable<string> Documents => Hashes.Keys.Where(file => file.StartsWith("documents/", StringComparison.Ordinal) && file != "documents/terms.json");

    public IEnumerable<string> Forms => Hashes.Keys.Where(file => file.StartsWith("forms/", StringComparison.Ordinal));

    /// <summary>The text of a file in composed form (NFC).</summary>
    public string Read(string file)
    {
        try
        {
            return Strict.GetString(File.ReadAllBytes(Path.Combine(folder, file))).TrimStart('\uFEFF').Normalize(NormalizationForm.FormC);
        }
        catch (DecoderFallbackException)
        {
            throw new SeedProblem(file, null, "the file is not UTF-8.", "Save it as UTF-8.");
        }
        catch (IOException broken)
        {
            throw new SeedProblem(file, null, "the file cannot be read: " + broken.Message, "Restore it, or set Data:SeedFolder to the folder that holds it.");
        }
        catch (UnauthorizedAccessException)
        {
            throw new SeedProblem(file, null, "the file may not be read.", "Give the program's user the right to read it.");
        }
    }
}
