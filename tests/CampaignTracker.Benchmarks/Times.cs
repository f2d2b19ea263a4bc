namespace CampaignTracker.Benchmarks;

/// <summary>Milliseconds of one task, done many times.</summary>
internal sealed class Times
{
    private readonly List<double> taken = [];

    public int Count => taken.Count;
    public double P50 => At(0.50);
    public double P95 => At(0.95);
    public double P99 => At(0.99);

    public void Add(TimeSpan time) => Add(time.TotalMilliseconds);

    public void Add(double milliseconds)
    {
        lock (taken) taken.Add(milliseconds);
    }

    /// <summary>What stands at the end of a line that misses its bar.</summary>
    public string Missed(double? bar) => P95 > bar ? "MISSED" : "";

    private double At(double share)
    {
        lock (taken)
        {
            if (taken.Count == 0) return 0;
            taken.Sort();
            return taken[Math.Min(taken.Count - 1, (int)(taken.Count * share))];
        }
    }
}
