namespace VpVarmland.Members.Demo;

/// <summary>Common first and family names in Sweden, old and new. Drawn together at random they name nobody in particular.</summary>
internal static class DemoNames
{
    internal static readonly string[] Women =
    [
        "Agneta", "Aisha", "Alma", "Amina", "Anette", "Anita", "Ann-Marie", "Astrid", "Barbro", "Birgitta", "Britt", "Camilla", "Carina", "Cecilia", "Ebba", "Elin", "Elsa",
        "Emma", "Eva", "Fatima", "Frida", "Gunilla", "Hanna", "Helena", "Ida", "Inger", "Ingrid", "Jasmin", "Jenny", "Johanna", "Karin", "Kerstin", "Klara", "Kristina", "Lena",
        "Leila", "Linnéa", "Lisbeth", "Lovisa", "Maja", "Malin", "Margareta", "Maria", "Marianne", "Märta", "Nadia", "Olivia", "Pia", "Rebecka", "Rut", "Sara", "Signe", "Siv",
        "Sofia", "Stina", "Susanne", "Svea", "Tuva", "Ulla", "Ulrika", "Vera", "Viktoria", "Yvonne", "Zahra", "Åsa",
    ];

    internal static readonly string[] Men =
    [
        "Abdi", "Adam", "Albin", "Alexander", "Ali", "Anders", "Arne", "Arvid", "Bengt", "Bertil", "Björn", "Bo", "Christer", "Daniel", "David", "Elias", "Emil", "Erik", "Filip",
        "Fredrik", "Gunnar", "Göran", "Gösta", "Hampus", "Hans", "Hassan", "Henrik", "Hugo", "Håkan", "Ibrahim", "Ingemar", "Jakob", "Jan", "Johan", "Johannes", "Jörgen", "Karl",
        "Kent", "Kjell", "Kurt", "Lars", "Leif", "Lennart", "Ludvig", "Magnus", "Mats", "Mikael", "Mohammed", "Nils", "Olle", "Omar", "Oskar", "Peter", "Rolf", "Rune", "Samir",
        "Simon", "Stefan", "Sten", "Sture", "Sven", "Tommy", "Torbjörn", "Ulf", "Viktor", "Yusuf", "Åke", "Östen",
    ];

    internal static readonly string[] Family =
    [
        "Abdullahi", "Ahmed", "Ali", "Andersson", "Arvidsson", "Axelsson", "Bengtsson", "Berg", "Berglund", "Bergman", "Bergström", "Björk", "Blom", "Carlsson", "Dahl", "Danielsson",
        "Ek", "Eklund", "Engström", "Eriksson", "Forsberg", "Fransson", "Fredriksson", "Gunnarsson", "Gustafsson", "Hansson", "Hassan", "Hedlund", "Hellström", "Henriksson",
        "Holm", "Holmberg", "Håkansson", "Isaksson", "Jakobsson", "Jansson", "Johansson", "Jonasson", "Jonsson", "Jönsson", "Karlsson", "Larsson", "Lind", "Lindberg", "Lindgren",
        "Lindqvist", "Lindström", "Lundberg", "Lundgren", "Lundqvist", "Löfgren", "Magnusson", "Martinsson", "Mattsson", "Mohamed", "Månsson", "Nilsson", "Norberg", "Nordin",
        "Nyberg", "Nyström", "Olofsson", "Olsson", "Persson", "Pettersson", "Samuelsson", "Sandberg", "Sjöberg", "Ström", "Strömberg", "Sundberg", "Svensson", "Söderberg",
        "Viklund", "Wallin", "Zetterlund", "Åberg", "Åkesson", "Åström", "Ärlig", "Öberg", "Östberg", "Öhman",
    ];
}
