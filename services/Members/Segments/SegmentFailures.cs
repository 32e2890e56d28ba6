namespace VpVarmland.Members.Segments;

/// <summary>What can be wrong with a segment.</summary>
internal static class SegmentFailures
{
    internal static readonly Failure Unknown = Failure.Missing("segment.unknown",
        "Listan finns inte, eller så har du inte behörighet att se den.", "The list does not exist, or you do not have access to it.");

    internal static readonly Failure Incomplete = Failure.Bad("segment.incomplete",
        "Något villkor är inte ifyllt. Fyll i det eller ta bort det.", "A condition is not filled in. Fill it in or remove it.");

    internal static readonly Failure TooLarge = Failure.Bad("segment.too_large",
        "Urvalet har för många villkor, eller för många i varandra. Dela upp det i flera listor.", "The filter has too many conditions, or too many inside each other. Make several lists of it.");

    internal static readonly Failure NotShared = Failure.Bad("segment.not_shared",
        "Du kan bara dela listan med en förening eller ett distrikt som du arbetar för.", "You can only share the list with an association or district that you work for.");

    internal static readonly Failure TooMany = Failure.Conflict("segment.too_many",
        "Du har redan hundra listor. Ta bort några som inte används.", "You have a hundred lists already. Remove some that are not used.");
}
