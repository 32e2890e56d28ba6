using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using VpVarmland.Communications.Mails;
using VpVarmland.Communications.Sending;
using VpVarmland.Contracts;

namespace VpVarmland.Tests;

/// <summary>Every letter in both languages, and whatever people call themselves.</summary>
public sealed class LetterTests
{
    public static TheoryData<string, string> EveryLetter()
    {
        var all = new TheoryData<string, string>();
        foreach (var template in Enum.GetNames<MailTemplate>())
        {
            all.Add(template, "sv");
            all.Add(template, "en");
        }
        return all;
    }

    [Theory, MemberData(nameof(EveryLetter))]
    public void Both_bodies_say_the_same(string template, string language)
    {
        var letter = Letters.Write(template, language, "Åsa", "Vänsterpartiet Arvika");
        var text = PlainText.Render(letter);
        var html = new HtmlParser().ParseDocument(Html.Render(letter));

        Assert.NotEmpty(letter.Subject);
        Assert.Equal(language, html.DocumentElement.GetAttribute("lang"));
        Assert.Equal(letter.Subject, html.Title);
        Assert.Equal(letter.Subject, Assert.Single(html.QuerySelectorAll("h1")).TextContent);
        foreach (var words in html.QuerySelectorAll("main p:not(:has(a)), main li").Select(element => element.TextContent))
            Assert.Contains(words, text, StringComparison.Ordinal);
        foreach (var address in html.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!))
            Assert.Contains(address, text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(EveryLetter))]
    public void There_is_one_thing_to_do_at_an_absolute_address(string template, string language)
    {
        var letter = Letters.Write(template, language, "Åsa", "Vänsterpartiet Arvika");

        var link = Assert.Single(letter.Body.OfType<Link>());

        Assert.StartsWith("https://varmland.example/", link.Address.AbsoluteUri, StringComparison.Ordinal);
        Assert.NotEmpty(link.Label);
    }

    [Theory, MemberData(nameof(EveryLetter))]
    public void Nobody_is_shouted_at(string template, string language)
    {
        var letter = Letters.Write(template, language, "Åsa", "Vänsterpartiet Arvika");

        Assert.DoesNotContain("!", letter.Subject + PlainText.Render(letter), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(EveryLetter))]
    public void Nothing_is_loaded_and_no_table_lays_out_the_page(string template, string language)
    {
        var html = new HtmlParser().ParseDocument(Html.Render(Letters.Write(template, language, "Åsa", "Vänsterpartiet Arvika")));

        Assert.Empty(html.QuerySelectorAll("img, script, link, table, iframe, [src], [background]"));
        Assert.DoesNotContain("url(", html.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(EveryLetter))]
    public void What_people_write_never_becomes_markup_or_links(string template, string language)
    {
        var expected = Shape(Letters.Write(template, language, "Åsa", "Vänsterpartiet Arvika"));
        var nameless = Shape(Letters.Write(template, language, "", "Vänsterpartiet Arvika"));
        Prop.ForAll(HostileText.ToArbitrary(), HostileText.ToArbitrary(), (name, association) =>
        {
            var letter = Letters.Write(template, language, name, association);
            var shape = Shape(letter);
            Assert.True(shape == expected || shape == nameless, Html.Render(letter));
            Assert.DoesNotContain(letter.Subject, char.IsControl);
            var spoken = string.Concat(letter.Body.OfType<Paragraph>().Select(paragraph => paragraph.Text));
            Assert.DoesNotContain(spoken, char.IsControl);
            Assert.DoesNotContain("://", spoken, StringComparison.Ordinal);
            Assert.DoesNotContain("www.", spoken, StringComparison.OrdinalIgnoreCase);
        }).Check(Config.QuickThrowOnFailure);
    }

    [Theory]
    [InlineData("Anna-Lena", "Hej Anna-Lena,")]
    [InlineData("  Åsa \t Maria\n", "Hej Åsa Maria,")]
    [InlineData("J.R.", "Hej J.R.,")]
    [InlineData("O'Brien <b>", "Hej O'Brien <b>,")]
    [InlineData("", "Hej,")]
    [InlineData("\u202Eanna", "Hej anna,")]
    [InlineData("Vinn pengar på casino.example", "Hej,")]
    [InlineData("kim@example.org", "Hej,")]
    [InlineData("Ett väldigt långt meddelande som någon skriver i namnfältet för att nå en främling", "Hej,")]
    public void Greeting_uses_a_name_only_if_it_can_be_one(string written, string greeting) =>
        Assert.Equal(greeting, Phrases.Greeting("sv", written).Text);

    [Fact]
    public void Confirmation_says_in_swedish_time_how_long_its_link_works()
    {
        // 1 July: two hours ahead of UTC.
        var letter = Letters.Write(nameof(ConfirmApplication), "sv", "Kim", "", new DateTimeOffset(2026, 7, 1, 22, 30, 0, TimeSpan.Zero));

        Assert.Contains("torsdag 2 juli 2026 kl. 00.30", PlainText.Render(letter), StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_is_erased_is_told_what_the_law_keeps_and_until_when()
    {
        string Told(DateOnly? until) => PlainText.Render(PrivacyNotice.Write(new PrivacyLetterRequested(PrivacyLetterKind.Erased, "a@example.org", "sv", until), Letters.Pages));
        Assert.Contains("till och med den 31 december 2032", Told(new DateOnly(2032, 12, 31)), StringComparison.Ordinal);
        Assert.Contains("Inget om dig sparas", Told(null), StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_is_one_segment_of_the_address()
    {
        var letter = Letters.Write(nameof(SignInLink), "sv", "", "", token: "a/b?c#d e");

        Assert.Equal("https://varmland.example/logga-in/a%2Fb%3Fc%23d%20e", Assert.Single(letter.Body.OfType<Link>()).Address.AbsoluteUri);
    }

    private static Gen<string> HostileText => Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Where(text => text is not null),
        Gen.Elements(
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</p><a href='https://evil.example'>", "&lt;b&gt;", "{{name}}", "{0}", "$&",
            "Bcc: all@example.org", "Kim\r\nBcc: all@example.org", "\0\u0001\u007f", "\u202E\u2066evil", "\ud83d\ude00\u200d", "http://evil.example", "WWW.evil.example", "-- \n", new string('å', 500)),
        Gen.Choose(0, 0xFFFF).ListOf(12).Select(codes => new string([.. codes.Select(code => (char)code)])));

    /// <summary>The elements and their attributes, without the words.</summary>
    private static string Shape(Letter letter) => string.Join('\n', new HtmlParser().ParseDocument(Html.Render(letter)).All
        .Select(element => element.LocalName + string.Concat(element.Attributes.Select(attribute => " " + attribute.Name + "=" + attribute.Value))));
}
