using VpVarmland.Members.Privacy;

namespace VpVarmland.Members.Segments;

/// <summary>How many a filter means within the caller's reach, and a few of them, so that one sees whether it is the right question.</summary>
internal static class PreviewSegment
{
    private const int SampleSize = 10;

    internal sealed record Request(Filter? Filter);

    /// <param name="Sample">The first in the order of the list.</param>
    internal sealed record Response(long Count, IReadOnlyList<Person> Sample);

    internal sealed record Person(Guid MemberId, string Name, string AssociationName);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/segments/preview", Handle)
        .RequirePermission(Permission.ReadRegister)
        .WithSummary("How many a filter means within reach, and a sample of them");

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Request request, Caller caller, UnitOfWork work, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        if (FilterRules.Check(request.Filter) is { } wrong)
            return wrong.ToProblem(http);
        var filter = FilterSql.Of(request.Filter!, caller.Reach(Permission.ReadRegister), clock.Today());
        filter.Values.Add("limit", SampleSize);
        var count = await work.GetAsync<long>($"select count(*) {FilterSql.From} {filter.Condition}", filter.Values, cancel);
        var sample = await work.ListAsync<Person>(
            $"""
            select person.id as member_id, person.given_name || ' ' || person.family_name as name, association.name as association_name
            {FilterSql.From} {filter.Condition} order by person.family_name, person.given_name, person.id limit @limit
            """, filter.Values, cancel);
        await ReadLog.WriteAsync(work, sample.Select(person => person.MemberId), ReadKind.List, null, cancel);
        return TypedResults.Ok(new Response(count, sample));
    }
}
