namespace VpVarmland.Members.RegionGroup;

internal static class RegionFailures
{
    internal static readonly Failure Unknown = Failure.Missing("region.unknown", "Det finns inte, eller så får du inte se det.", "It does not exist, or is not for you to see.");

    internal static readonly Failure BadLink = Failure.Bad("region.bad_link", "En länk börjar med https:// eller http://.", "A link begins with https:// or http://.");

    internal static readonly Failure UnlikelyDay = Failure.Bad("region.unlikely_day", "Dagen ligger för långt bort.", "The day is too far away.");

    internal static readonly Failure NotDraft = Failure.Conflict("region.not_draft", "Bara ett utkast kan antas. Ändra texten först.", "Only a draft can be adopted. Change the text first.");

    internal static readonly Failure NotAdopted = Failure.Conflict("region.not_adopted", "Ståndpunkten är inte antagen.", "The position is not adopted.");

    internal static readonly Failure NotWithdrawn = Failure.Conflict("region.not_withdrawn", "Ståndpunkten är inte tillbakadragen.", "The position is not withdrawn.");

    internal static readonly Failure WasAdopted = Failure.Conflict("region.was_adopted", "Det som har varit antaget tas inte bort. Dra tillbaka det i stället.", "What has been adopted is not removed. Withdraw it instead.");

    internal static readonly Failure NameTaken = Failure.Conflict("region.name_taken", "En annan nämnd eller ett annat utskott heter så.", "Another body or committee has that name.");

    internal static readonly Failure AssemblyStays = Failure.Conflict("region.assembly_stays", "Regionfullmäktige läggs inte ner.", "The assembly does not end.");

    internal static readonly Failure AssemblyFunction = Failure.Bad("region.assembly_function", "I fullmäktige sitter man som ledamot eller ersättare.", "In the assembly one sits as a member or a substitute.");

    internal static readonly Failure UnlikelyTime = Failure.Bad("region.unlikely_time", "Ett möte ligger mellan två år tillbaka och tre år fram.", "A meeting lies between two years back and three years ahead.");

    internal static readonly Failure NotInGroup = Failure.Bad("region.not_in_group", "Den som ansvarar sitter i regionen för partiet.", "Whoever is responsible sits in the region for the party.");

    internal static readonly Failure TooMany = Failure.Conflict("region.too_many", "Mötet har redan hundra ärenden.", "The meeting has a hundred matters already.");

    internal static readonly Failure AlreadyRead = Failure.Conflict("region.already_read", "Någon förening har redan läst. Sätt en sista dag i stället för att ta tillbaka.", "An association has read it already. Set a last day instead of taking it back.");
}

/// <summary>The work space is the district's: to anybody who holds its rights in an association only, it does not exist.</summary>
internal static class RegionAccess
{
    internal static RouteHandlerBuilder ForTheRegion(this RouteHandlerBuilder endpoint, Permission permission) => endpoint.ForTheDistrict(permission, RegionFailures.Unknown);
}
