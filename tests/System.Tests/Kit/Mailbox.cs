using System.Text.Json;
using System.Text.RegularExpressions;

namespace VpVarmland.Tests;

/// <summary>A mail as its reader has it.</summary>
internal sealed record Mail(long Id, string Subject, string Text, string Html)
{
    /// <summary>The address below the platform that the letter's button leads to: the same in both parts.</summary>
    internal string LinkTo(string page)
    {
        var link = Regex.Match(Text, $@"http://localhost:\d+({Regex.Escape(page)}[^\s<>""]*)", RegexOptions.None, TimeSpan.FromSeconds(1));
        Assert.True(link.Success, $"no link to {page} in\n{Text}");
        Assert.Contains($"href=\"{link.Value}\"", Html, StringComparison.Ordinal);
        return link.Groups[1].Value;
    }
}

/// <summary>What one address has got, read as developers read it.</summary>
internal sealed class Mailbox(Visitor visitor, string address)
{
    /// <summary>Every mail so far, oldest first.</summary>
    internal async Task<IReadOnlyList<Mail>> ReadAsync() =>
        [.. (await visitor.GetAsync($"/dev/mail?to={Uri.EscapeDataString(address)}")).Rows().Select(Of).Reverse()];

    /// <summary>Waits for the next mail with that subject after <paramref name="after"/>.</summary>
    internal async Task<Mail> GetsAsync(string subject, long after = 0) =>
        (await Eventually.SeeAsync(() => FindAsync(subject, after), mail => mail is not null))!;

    /// <summary>The newest mail's id; 0 for an empty box.</summary>
    internal async Task<long> LatestAsync() => await ReadAsync() is [.., var newest] ? newest.Id : 0;

    internal async Task<Mail?> FindAsync(string subject, long after) =>
        (await ReadAsync()).FirstOrDefault(mail => mail.Subject == subject && mail.Id > after);

    private static Mail Of(JsonElement row) => new(row.Number("id"), row.Text("subject")!, row.Text("text")!, row.Text("html")!);
}
