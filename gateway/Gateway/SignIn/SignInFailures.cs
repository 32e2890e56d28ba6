using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Gateway.SignIn;

internal static class SignInFailures
{
    /// <summary>Used, expired and unknown are one answer: which of them it is, is nobody's business but the owner's.</summary>
    internal static readonly Failure LinkInvalid = Failure.Bad("auth.link_invalid",
        "Länken gäller inte längre. Den kan användas en gång, inom 15 minuter. Be om en ny.",
        "The link is no longer valid. It works once, within 15 minutes. Ask for a new one.");
}
