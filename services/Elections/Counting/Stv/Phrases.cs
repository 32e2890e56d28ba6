namespace VpVarmland.Elections.Counting.Stv;

/// <summary>Why somebody is elected.</summary>
internal static class Phrases
{
    public static Bilingual Quota { get; } = new("har nått kvoten", "has reached the quota");

    public static Bilingual LastVacancies { get; } = new(
        "lika många återstår som det finns platser kvar", "as many continue as there are vacancies");
}
