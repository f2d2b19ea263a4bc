using System.Diagnostics;

namespace CampaignTracker.Reports.Tests;

/// <summary>A test that needs LibreOffice: skipped with a reason where it is missing, failed where CAMPAIGN_NO_SKIP=1.</summary>
public sealed class NeedsLibreOfficeAttribute : SkippableFactAttribute
{
    public NeedsLibreOfficeAttribute() => Skip = OutsideTools.ReasonToSkip("LibreOffice (soffice)", OutsideTools.HasLibreOffice);
}

/// <summary>A test that needs LibreOffice's Writer: skipped with a reason where it is missing, failed where CAMPAIGN_NO_SKIP=1.</summary>
public sealed class NeedsLibreOfficeWriterAttribute : SkippableFactAttribute
{
    public NeedsLibreOfficeWriterAttribute() => Skip = OutsideTools.ReasonToSkip("LibreOffice Writer", OutsideTools.HasLibreOfficeWriter);
}

/// <summary>A test that needs Python with openpyxl: skipped with a reason where it is missing, failed where CAMPAIGN_NO_SKIP=1.</summary>
public sealed class NeedsOpenpyxlAttribute : SkippableFactAttribute
{
    public NeedsOpenpyxlAttribute() => Skip = OutsideTools.ReasonToSkip("python3-openpyxl", OutsideTools.HasOpenpyxl);
}

/// <summary>Programs other than ours that read what we write.</summary>
internal static class OutsideTools
{
    public const string Python = "/usr/bin/python3";

    private static readonly Lazy<bool> LibreOffice = new(() => Answers("soffice", "--version"));
    private static readonly Lazy<bool> Openpyxl = new(() => Answers(Python, "-c", "import openpyxl"));

    public static bool HasLibreOffice => LibreOffice.Value;
    // Calc alone answers --version as well, and reads no Word file.
    private static readonly Lazy<bool> Writer = new(() => HasLibreOffice && (Answers("dpkg", "-s", "libreoffice-writer") || Answers("rpm", "-q", "libreoffice-writer") || Answers("swriter", "--version")));

    public static bool HasLibreOfficeWriter => Writer.Value;
    public static bool HasOpenpyxl => Openpyxl.Value;

    /// <summary>Null: run it. With CAMPAIGN_NO_SKIP=1 it runs, and fails, without the tool.</summary>
    public static string? ReasonToSkip(string tool, bool present, string? noSkip = null) =>
        present || (noSkip ?? Environment.GetEnvironmentVariable("CAMPAIGN_NO_SKIP")) == "1" ? null : tool + " is not installed";

    /// <summary>What a program prints; an error when it fails or takes more than two minutes.</summary>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var said = process.StandardOutput.ReadToEndAsync(patience.Token);
        var complained = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await complained}");
        return await said;
    }

    private static Process Start(string program, string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;

    private static bool Answers(string program, params string[] arguments)
    {
        try
        {
            using var process = Start(program, arguments);
            return process.WaitForExit(TimeSpan.FromSeconds(30)) && process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
