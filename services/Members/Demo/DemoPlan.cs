namespace VpVarmland.Members.Demo;

/// <summary>The fourteen goals of the district's operating plan: eleven standing, three activities of the year.</summary>
internal static class DemoPlan
{
    internal static readonly IReadOnlyList<(string Code, string Kind, string Swedish, string English)> Goals =
    [
        ("G1", "standing", "Växa i antal medlemmar", "Grow in members"),
        ("G2", "standing", "Stödja partiföreningarna i medlemsvård och medlemsadministration", "Support the associations in member care and administration"),
        ("G3", "standing", "Tillsammans med föreningarna aktivera medlemmarna och bygga rörelse", "With the associations, activate the members and build a movement"),
        ("G4", "standing", "Kommunicera inåt och utåt med medlemsutskick, webbplats, sociala medier och andra medier", "Communicate in and out by mailings, website, social and other media"),
        ("G5", "standing", "Lyfta fram region- och riksdagspolitikerna och deras politik", "Lift the region and riksdag politicians and their politics"),
        ("G6", "standing", "Föra dialog med föreningarna om regionpolitiken", "Have a dialogue with the associations on regional politics"),
        ("G7", "standing", "Hålla ordförandeträffar, fysiskt och digitalt", "Hold chair meetings, physical and digital"),
        ("G8", "standing", "Hålla regionala temaseminarier om centrala politikområden", "Hold regional theme seminars on central areas of policy"),
        ("G9", "standing", "Bedriva ett aktivt internfeministiskt arbete", "Do active internal feminist work"),
        ("G10", "standing", "Uppmuntra studier och ge verktyg för studiecirklar, bland annat med ABF", "Encourage studies and give tools for study circles, among others with ABF"),
        ("G11", "standing", "Bygga ett faddersystem där varje ledamot och ersättare ansvarar för kontakten med en förening", "Build a liaison system: each board member and deputy answers for an association"),
        ("A1", "activity", "Planera och hålla valkonferens och fastställa listorna till riksdags- och regionvalen", "Plan and hold an election conference that chooses the riksdag and region lists"),
        ("A2", "activity", "Ge ett begränsat antal medlemmar möjlighet att delta i Vänsterdagarna", "Give a limited number of members the chance to attend Vänsterdagarna"),
        ("A3", "activity", "Samordna en förvalskampanj för alla partiföreningar", "Coordinate a pre-election campaign for all associations"),
    ];
}
