using VpVarmland.Contracts;

namespace VpVarmland.Tests.Access;

/// <summary>Callers of the gateway's own operations: people in browsers, and those who are not let in as anybody.</summary>
internal sealed class GatewayVisitors(GatewayGround ground, IReadOnlyDictionary<string, Operation> operations)
{
    private readonly Dictionary<string, Guest> kept = new(StringComparer.Ordinal);

    /// <summary>Somebody who may do everything.</summary>
    internal Visitor Entitled => Person("everything", GatewayGround.Everything);

    /// <summary>The ten of the table.</summary>
    internal IReadOnlyList<Visitor> All =>
    [
        Stranger("anonymous", ground.Gateway.NewBrowser),
        Person("member", []),
        Person("chair elsewhere", At(AccessMatrix.Chair, GatewayGround.Elsewhere)),
        Person("chair", At(AccessMatrix.Chair, GatewayGround.Here)),
        Person("ombudsman", At(AccessMatrix.Ombudsman, null)),
        Person("operator", At(AccessMatrix.Operator, null)),
        Person("administrator", At(AccessMatrix.Administrator, null)),
        Stranger("partner", () => ground.Partner),
        Stranger("expired", () => ground.Expired),
        Stranger("other issuer", () => ground.OtherIssuer),
    ];

    /// <summary>Somebody who calls with what is their own.</summary>
    private Visitor Person(string kind, Grant[] grants) => new(kind, async id =>
    {
        var person = await OwnerAsync(id, kind, grants);
        return await PrepareAsync(id, person, person.Browser);
    });

    /// <summary>Somebody who calls with what is another person's.</summary>
    internal Visitor Stranger(string kind, Func<Browser> browser) => new(kind, async id =>
        await PrepareAsync(id, await OwnerAsync(id, "everything", GatewayGround.Everything), browser()));

    /// <summary>Somebody new for what changes how the person is signed in; one person for all the rest.</summary>
    private async Task<Guest> OwnerAsync(string id, string kind, Grant[] grants)
    {
        if (operations[id].Method != HttpMethod.Get && !Permission.All.ContainsKey(operations[id].Permission))
            return await ground.GuestAsync(grants);
        return kept.TryGetValue(kind, out var same) ? same : kept[kind] = await ground.GuestAsync(grants);
    }

    private async Task<Visit> PrepareAsync(string id, Guest owner, Browser sender)
    {
        var make = await GatewayAttempts.Of(ground, owner, sender).Single(attempt => attempt.Operation == id).Prepare();
        return new Visit(sender.AsItIs(), make);
    }

    private static Grant[] At(IEnumerable<string> permissions, Guid? association) =>
        [.. permissions.Select(name => new Grant(name, name == Permission.Self.Name ? null : association))];
}
