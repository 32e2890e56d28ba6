using VpVarmland.Elections.Counting.Seats;

namespace VpVarmland.Elections.Counting.Files;

/// <summary>
/// Reads parties' lists from JSON: <c>lists</c>, each with <c>constituency</c>, <c>party</c> and <c>names</c> in order.
/// </summary>
public static class PartyListsFile
{
    /// <summary>The lists of a file.</summary>
    public sealed record PartyLists(IReadOnlyList<PartyList> Lists);

    /// <summary>Reads a file; a file in error is refused with the reason.</summary>
    public static Outcome<PartyLists> Read(ReadOnlyMemory<byte> file) => JsonInput.Read(
        file,
        new Bilingual("Listfilen", "The lists file"),
        input => new PartyLists([.. JsonInput.Required(input.Objects("lists"), "lists").Select(list => new PartyList(
            JsonInput.Required(list.Text("constituency"), "constituency"),
            JsonInput.Required(list.Text("party"), "party"),
            JsonInput.Required(list.Texts("names"), "names")))]));
}
