using System.Globalization;
using System.Text;
using VpVarmland.Contracts;

namespace VpVarmland.Tests.Access;

/// <summary>
/// Every operation of a service against every kind of caller, held against a table that people have read. First the request must succeed for
/// somebody entitled, with ids of things that are there; only then does a refusal say something.
/// </summary>
public static class AccessMatrix
{
    // As the table assignment_permissions in Members has them.

    /// <summary>What an association's chair may do in it.</summary>
    public static readonly IReadOnlyList<string> Chair =
        ["member:self", "register:read", "register:edit", "care:work", "activation:work", "fees:note", "membership:decide", "statistics:read", "plan:read", "liaison:ask", "association:edit", "grants:apply", "register:export", "central:read", "assignments:manage"];

    /// <summary>What the ombudsman may do in the district.</summary>
    public static readonly IReadOnlyList<string> Ombudsman =
        ["member:self", "register:read", "register:edit", "care:work", "care:manage", "activation:work", "fees:note", "handover:manage", "statistics:read", "reports:read", "plan:read", "plan:manage", "assignments:manage", "liaison:work", "liaison:manage", "association:edit", "associations:manage", "economy:read", "economy:approve", "economy:manage", "register:export", "protection:manage", "privacy:manage", "personnummer:read", "board:read", "board:manage", "central:relay", "feminism:work", "region:read", "region:publish"];

    /// <summary>What those who run the platform may do.</summary>
    public static readonly IReadOnlyList<string> Operator = ["member:self", "ops:operate"];

    /// <summary>What an administrator may do.</summary>
    public static readonly IReadOnlyList<string> Administrator = ["member:self", "admin:accounts", "assignments:manage", "ops:operate"];

    /// <summary>A service, whose callers are recognised by the token that the gateway signs.</summary>
    /// <param name="service">As in the address of its API document.</param>
    /// <param name="memberId">Somebody of the register, as whom all callers call.</param>
    /// <param name="here">The association that the attempts are about.</param>
    /// <param name="elsewhere">Another one.</param>
    /// <param name="file">The table, below the checkout.</param>
    public static async Task CheckAsync<TProgram>(
        ServiceHost<TProgram> host, string service, IReadOnlyCollection<Attempt> attempts, Guid memberId, Guid here, Guid elsewhere, string file)
        where TProgram : class
    {
        var operations = await Operation.ReadAsync(host.Anonymous(), service, attempts);
        var read = new Dictionary<string, Func<HttpRequestMessage>>(StringComparer.Ordinal);
        string[] all = [.. Permission.All.Keys.Select(name => $"{name}@district")];
        await CheckAsync([.. attempts.Select(attempt => operations[attempt.Operation])], Of("entitled", host.As(memberId, all)),
        [
            Of("anonymous", host.Anonymous()),
            Of("member", host.As(memberId, "member:self@district")),
            Of("chair elsewhere", host.As(memberId, At(Chair, elsewhere))),
            Of("chair", host.As(memberId, At(Chair, here))),
            Of("ombudsman", host.As(memberId, At(Ombudsman, null))),
            Of("operator", host.As(memberId, At(Operator, null))),
            Of("administrator", host.As(memberId, At(Administrator, null))),
            Of("partner", host.WithToken(tokens => tokens.ForClient("abf-demo", ["circles:read@district"]))),
            Of("expired", host.WithToken(tokens => tokens.For(memberId, all, TimeSpan.FromMinutes(-1)))),
            Of("other issuer", host.WithToken(tokens => tokens.For(memberId, all, issuer: "somebody-else"))),
        ], file);

        Visitor Of(string name, HttpClient client) => new(name, async id => new Visit(client, await MakeAsync(id)));

        // What an earlier caller has changed must not be why the next is refused; what is only read is made once.
        async Task<Func<HttpRequestMessage>> MakeAsync(string id)
        {
            if (read.TryGetValue(id, out var made))
                return made;
            made = await attempts.Single(attempt => attempt.Operation == id).Prepare();
            if (operations[id].Method == HttpMethod.Get)
                read[id] = made;
            return made;
        }
    }

    /// <summary>Sends every operation every caller's request, and holds what they were answered against the table.</summary>
    /// <param name="entitled">Somebody who may do everything.</param>
    /// <param name="file">The table, below the checkout.</param>
    public static async Task CheckAsync(IReadOnlyCollection<Operation> operations, Visitor entitled, IReadOnlyCollection<Visitor> callers, string file)
    {
        var table = new StringBuilder();
        table.AppendLine(Line("operation", "permission", callers.Select(caller => caller.Name)));
        foreach (var operation in operations)
        {
            Assert.True(await StatusAsync(entitled, operation) < 300, $"{operation.Id}: refused to somebody entitled");
            var statuses = new List<string>();
            foreach (var caller in callers)
                statuses.Add($"{await StatusAsync(caller, operation)}");
            table.AppendLine(Line(operation.Id, operation.Permission, statuses));
        }
        Snapshots.Check(Path.Combine(Snapshots.Root(), file), table.ToString());
    }

    private static string[] At(IEnumerable<string> permissions, Guid? association) =>
        [.. permissions.Select(name => $"{name}@{(name == Permission.Self.Name || association is null ? TokenClaims.DistrictScope : association.ToString())}")];

    private static async Task<int> StatusAsync(Visitor caller, Operation operation)
    {
        var visit = await caller.PrepareAsync(operation.Id);
        // The first line is enough: a stream has no end.
        using var answer = await visit.Client.SendAsync(visit.Make(), HttpCompletionOption.ResponseHeadersRead);
        return (int)answer.StatusCode;
    }

    private static string Line(string operation, string permission, IEnumerable<string> cells) => string.Create(
        CultureInfo.InvariantCulture, $"{operation,-32}{permission,-20}{string.Concat(cells.Select(cell => $"{cell,-17}"))}").TrimEnd();
}
