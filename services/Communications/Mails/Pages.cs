namespace VpVarmland.Communications.Mails;

/// <summary>The pages of the web that letters lead to. Each only opens; what changes something is the button on it.</summary>
/// <param name="publicUrl">The platform's address as the world knows it: <c>Platform:PublicUrl</c>.</param>
internal sealed class Pages(Uri publicUrl)
{
    internal Uri Join { get; } = new(publicUrl, "/bli-medlem");

    internal Uri SignIn { get; } = new(publicUrl, "/logga-in");

    internal Uri MyPage { get; } = new(publicUrl, "/min-sida");

    internal Uri Security { get; } = new(publicUrl, "/min-sida/sakerhet");

    internal Uri MyData { get; } = new(publicUrl, "/min-sida/uppgifter-om-mig");

    internal Uri MyCases { get; } = new(publicUrl, "/mina-arenden");

    internal Uri Liaisons { get; } = new(publicUrl, "/distrikt/faddrar");

    internal Uri Operations { get; } = new(publicUrl, "/drift");

    internal Uri BoardMeeting(Guid id) => new(publicUrl, $"/distrikt/styrelse/{id}");

    internal Uri Central(Guid association) => new(publicUrl, $"/forening/{association}/centralt");

    internal Uri ConfirmApplication(string token) => new(publicUrl, "/bli-medlem/bekrafta/" + Uri.EscapeDataString(token));

    internal Uri AnswerAsk(string token) => new(publicUrl, "/svara/" + Uri.EscapeDataString(token));

    internal Uri CompleteSignIn(string token) => new(publicUrl, "/logga-in/" + Uri.EscapeDataString(token));
}
