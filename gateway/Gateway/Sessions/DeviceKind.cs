namespace VpVarmland.Gateway.Sessions;

/// <summary>What kind of browser a session is in, as its person would say it: "Firefox on Windows". Read from the user agent, which is not kept.</summary>
internal sealed record DeviceKind(string Browser, string System)
{
    private const string Other = "other";

    // In this order: most browsers also claim to be those below them.
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg", "edge"), ("OPR/", "opera"), ("SamsungBrowser/", "samsung"), ("Vivaldi/", "vivaldi"), ("Firefox/", "firefox"), ("FxiOS/", "firefox"),
        ("CriOS/", "chrome"), ("Chrome/", "chrome"), ("Safari/", "safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("iPad", "ipad"), ("iPhone", "iphone"), ("Android", "android"), ("CrOS", "chromeos"), ("Windows", "windows"), ("Macintosh", "mac"), ("Linux", "linux"),
    ];

    internal static DeviceKind Of(string? userAgent) => new(Find(Browsers, userAgent), Find(Systems, userAgent));

    private static string Find((string Sign, string Name)[] known, string? userAgent) =>
        known.FirstOrDefault(one => userAgent?.Contains(one.Sign, StringComparison.Ordinal) == true).Name ?? Other;
}
