using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Communications.Mails;

/// <summary>What every letter says besides its own words.</summary>
internal static class Closing
{
    internal static string Automatic(string language) => language == Language.English
        ? "This message was sent automatically because of something you, or someone who used your address, did with us."
        : "Det här mejlet skickades automatiskt med anledning av något som du, eller någon som använde din adress, gjorde hos oss.";

    internal static string PlainLink(string language) => language == Language.English
        ? "If the button does not work, copy this address:"
        : "Om knappen inte fungerar, kopiera adressen:";
}
