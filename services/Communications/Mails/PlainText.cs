using System.Globalization;

namespace VpVarmland.Communications.Mails;

/// <summary>A letter as plain text, for those who read it so: the same words, addresses on lines of their own.</summary>
internal static class PlainText
{
    internal static string Render(Letter letter) =>
        string.Join("\n\n", letter.Body.Select(Render).Append("-- \nVänsterpartiet Värmland\n" + Closing.Automatic(letter.Language))) + "\n";

    private static string Render(Block block) => block switch
    {
        Paragraph paragraph => paragraph.Text,
        Heading heading => heading.Text.ToUpper(CultureInfo.GetCultureInfo("sv-SE")),
        Steps steps => string.Join('\n', steps.Items.Select((item, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {item}"))),
        Link link => $"{link.Label}:\n{link.Address.AbsoluteUri}",
        Note note => note.Text,
        _ => throw new NotSupportedException(block.GetType().Name),
    };
}
