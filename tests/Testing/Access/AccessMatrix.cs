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
    private static readonly string[]
        Chair = ["member:self", "register:read", "register:edit", "care:work", "fees:note", "membership:decide", "statistics:read", "plan:read"],
        Ombudsman = ["member:self", "register:read", "register:edit", "care:work", "fees:note", "handover:manage", "statistics:read", "reports:read", "plan:read", "assignments:manage"],
        Operator = ["member:self", "ops:operate"],
        Administrator = ["member:self", "admin:accounts", "assignments:manage", "ops:operate"];

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
        string[] all = [.. Permission.All.Keys.Select(name => $"{name}@district")];
        (string Name, HttpClient Client)[] callers =
        [
            ("anonymous", host.Anonymous()),
            ("member", host.As(memberId, "member:self@district")),
            ("chair elsewhere", host.As(memberId, At(Chair, elsewhere))),
            ("chair", host.As(memberId, At(Chair, here))),
            ("ombudsman", host.As(memberId, At(Ombudsman, null))),
            ("operator", host.As(memberId, At(Operator, null))),
            ("administrator", host.As(memberId, At(Administrator, null))),
            ("partner", host.WithToken(tokens => tokens.ForClient("abf-demo", ["circles:read@district"]))),
            ("expired", host.WithToken(tokens => tokens.For(memberId, all, TimeSpan.FromMinutes(-1)))),
            ("other issuer", host.WithToken(tokens => tokens.For(memberId, all, issuer: "somebody-else"))),
        ];
        var entitled = host.As(memberId, all);
        var table = new StringBuilder();
        table.AppendLine(Line("operation", "permission", callers.Select(caller => caller.Name)));
        foreach (var attempt in attempts)
        {
            var operation = operations[attempt.Operation];
            var make = await attempt.Prepare();
            Assert.True(await StatusAsync(entitled, make()) < 300, $"{operation.Id}: refused to somebody entitled");
            var statuses = new List<string>();
            foreach (var (_, client) in callers)
            {
                // What an earlier caller has changed must not be why the next is refused.
                if (operation.Method != HttpMethod.Get)
                    make = await attempt.Prepare();
                statuses.Add($"{await StatusAsync(client, make())}");
            }
            table.AppendLine(Line(operation.Id, operation.Permission, statuses));
        }
        Snapshots.Check(Path.Combine(Snapshots.Root(), file), table.ToString());
    }

    private static string[] At(string[] permissions, Guid? association) =>
        [.. permissions.Select(name => $"{name}@{(name == Permission.Self.Name || association is null ? TokenClaims.DistrictScope : association.ToString())}")];

    private static async Task<int> StatusAsync(HttpClient client, HttpRequestMessage request)
    {
        // The first line is enough: a stream has no end.
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return (int)answer.StatusCode;
    }

    private static string Line(string operation, string permission, IEnumerable<string> cells) => string.Create(
        CultureInfo.InvariantCulture, $"{operation,-32}{permission,-20}{string.Concat(cells.Select(cell => $"{cell,-17}"))}").TrimEnd();
}
