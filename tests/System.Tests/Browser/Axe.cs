using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace VpVarmland.Tests;

/// <summary>
/// axe-core in the page itself, which has no frames of others. The package's own runner for Playwright opens a page of its own for each look, which takes longer than looking.
/// </summary>
internal static class Axe
{
    private const string Look =
        """
        async rules => {
            const only = rules.length > 0 ? { runOnly: { type: 'rule', values: rules } } : {};
            const { violations } = await axe.run(document, { resultTypes: ['violations'], ...only });
            return violations
                .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                .map(({ impact, id, help, nodes }) => [`${impact} ${id}: ${help}`, ...nodes.map(({ target, html }) => `    ${target} ${html}`)].join('\n'));
        }
        """;

    private static readonly string Source = new BundledAxeScriptProvider().GetScript();

    /// <summary>What is serious or critical on the page, as lines to read.</summary>
    /// <param name="page">A page that stands still.</param>
    /// <param name="rules">The only rules to judge by; none means all.</param>
    internal static async Task<IReadOnlyList<string>> FindSeriousAsync(IPage page, params string[] rules)
    {
        if (!await page.EvaluateAsync<bool>("typeof axe === 'object'"))
            await page.EvaluateAsync(Source);
        return await page.EvaluateAsync<string[]>(Look, rules);
    }
}
