using System.ComponentModel.DataAnnotations;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.Transfers;

/// <summary>What is on the list when an assignment is handed over: the proposal, or what the district has written instead.</summary>
internal static class TransferTemplates
{
    /// <param name="Version">0: nobody has changed the proposal.</param>
    internal sealed record Template(string Kind, IReadOnlyList<string> Points, int Version);

    internal sealed record Request([property: Required, MaxLength(30)] IReadOnlyList<string> Points);

    private sealed record Row(string Kind, string[]? Points, int Version);

    internal static readonly Failure BadPoints = Failure.Bad("transfer.bad_points",
        "En överlämningslista har en till trettio punkter på högst 200 tecken.", "A hand-over list has one to thirty points of at most 200 characters.");

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/transfers/templates", List).ForTheDistrict(Permission.ManageAssignments, Assignments.AssignmentFailures.Unknown).WithSummary("What is handed over with each kind of assignment");
        api.MapPut("/transfers/templates/{kind}", Set).ForTheDistrict(Permission.ManageAssignments, Assignments.AssignmentFailures.Unknown).WithSummary("Change what is handed over with a kind of assignment; lists that have begun stay as they are");
    }

    private static async Task<Ok<IReadOnlyList<Template>>> List(UnitOfWork work, CancellationToken cancel) => TypedResults.Ok<IReadOnlyList<Template>>([.. (await work.ListAsync<Row>(
        "select kinds.kind, template.points, coalesce(template.version, 0) as version from assignment_kinds kinds left join transfer_templates template using (kind) order by kinds.position", null, cancel)).Select(View)]);

    private static async Task<Results<Ok<Template>, ProblemHttpResult>> Set(string kind, Request request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await work.FindAsync<string>("select kind from assignment_kinds where kind = @kind for update", new { kind }, cancel) is null)
            return Assignments.AssignmentFailures.Unknown.ToProblem(http);
        if (http.CheckVersion((await FindAsync(work, kind, cancel)).Version) is { } stale)
            return stale.ToProblem(http);
        string[] points = [.. request.Points.Where(point => !string.IsNullOrWhiteSpace(point)).Select(point => point.Trim())];
        if (points.Length == 0 || points.Any(point => point.Length > 200))
            return BadPoints.ToProblem(http);
        await work.ExecuteAsync("insert into transfer_templates (kind, points) values (@kind, @points) on conflict (kind) do update set points = excluded.points, version = transfer_templates.version + 1", new { kind, points }, cancel);
        work.Record("transfer.template_set", Guid.Empty, content: new { kind, points });
        var saved = View(await FindAsync(work, kind, cancel));
        http.SendVersion(saved.Version);
        return TypedResults.Ok(saved);
    }

    /// <summary>Writes the list of an assignment that is to be handed over.</summary>
    internal static async Task BeginAsync(UnitOfWork work, Guid assignment, string kind, CancellationToken cancel) => await work.ExecuteAsync(
        "insert into transfer_points (id, assignment_id, place, text) select new_id(@Now), @assignment, no, text from unnest(@points) with ordinality point (text, no)",
        new { work.Now, assignment, points = View(await FindAsync(work, kind, cancel)).Points.ToArray() }, cancel);

    private static Task<Row> FindAsync(UnitOfWork work, string kind, CancellationToken cancel) => work.GetAsync<Row>(
        "select kinds.kind, template.points, coalesce(template.version, 0) as version from assignment_kinds kinds left join transfer_templates template using (kind) where kinds.kind = @kind", new { kind }, cancel);

    private static Template View(Row row) => new(row.Kind, row.Points ?? TransferRule.Points(row.Kind), row.Version);
}
