namespace VpVarmland.Communications.Mails;

/// <summary>
/// A mail as its writer thinks of it: a subject and blocks, once in each language. <see cref="PlainText"/> and <see cref="Html"/>
/// make the two bodies from it, which therefore say the same. Everything in it is text: encoding is the renderers' business.
/// </summary>
/// <param name="Language">"sv" or "en".</param>
internal sealed record Letter(string Language, string Subject, params IReadOnlyList<Block> Body);

/// <summary>A piece of a letter, from top to bottom.</summary>
internal abstract record Block;

/// <summary>Running text.</summary>
internal sealed record Paragraph(string Text) : Block;

/// <summary>A line above what belongs together.</summary>
internal sealed record Heading(string Text) : Block;

/// <summary>What happens, in order.</summary>
internal sealed record Steps(params IReadOnlyList<string> Items) : Block;

/// <summary>The one thing to do; a button where there are buttons. It opens a page and changes nothing by itself: scanners follow links.</summary>
internal sealed record Link(string Label, Uri Address) : Block;

/// <summary>What is good to know, said quietly: how long something holds, what to do if it was somebody else.</summary>
internal sealed record Note(string Text) : Block;
