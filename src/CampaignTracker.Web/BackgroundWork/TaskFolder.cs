using CampaignTracker.UseCases.BackgroundWork;

namespace CampaignTracker.Web.BackgroundWork;

/// <summary>Where tasks write while they are at it: a folder of this machine, a file an attempt, gone when the attempt is over.</summary>
/// <param name="path">The folder.</param>
public sealed class TaskFolder(string path)
{
    /// <summary>A fresh file; what earlier attempts of a lost process left of the same task goes.</summary>
    public FileStream For(TakeTask.Hold hold)
    {
        Directory.CreateDirectory(path);
        foreach (var left in Directory.EnumerateFiles(path, $"{hold.Id:N}-*")) File.Delete(left);
        return new FileStream(Path.Combine(path, $"{hold.Id:N}-{hold.Attempt}"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, 1 << 16, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
    }

    /// <summary>True when the disk has no more room: ENOSPC, or what Windows calls so.</summary>
    public static bool IsFull(IOException problem) => (problem.HResult & 0xFFFF) is 28 or 112;
}
