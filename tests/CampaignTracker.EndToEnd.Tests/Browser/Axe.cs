using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace CampaignTracker.EndToEnd.Tests.Browser;

/// <summary>Deque's axe-core in the page itself. The package's own call for Playwright opens another page for each look and hands over every element that passed: half of the time of a walk.</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What axe says of a page.</summary>
    /// <param name="Passes">Rules that the page keeps.</param>
    /// <param name="Violations">Rules that it breaks.</param>
    public sealed record Findings(int Passes, IReadOnlyList<Violation> Violations);

    /// <summary>A rule that is broken.</summary>
    /// <param name="Id">Axe's name of it.</param>
    /// <param name="Impact">minor, moderate, serious, critical.</param>
    /// <param name="Nodes">The elements, as HTML.</param>
    public sealed record Violation(string Id, string Impact, IReadOnlyList<string> Nodes);

    /// <summary>Looks at the page as it stands.</summary>
    public static async Task<Findings> RunAsync(IPage page)
    {
        await page.EvaluateAsync($"() => {{ if (!window.axe) {{ {Script} }} }}");
        var found = await page.EvaluateAsync<string>("""
            async () => {
                const found = await axe.run(document, { resultTypes: ['violations'] });
                return JSON.stringify({ passes: found.passes.length, violations: found.violations.map(rule => ({ id: rule.id, impact: rule.impact, nodes: rule.nodes.map(node => node.html) })) });
            }
            """);
        return JsonSerializer.Deserialize<Findings>(found, JsonSerializerOptions.Web)!;
    }
}
