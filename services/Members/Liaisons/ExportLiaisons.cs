using VpVarmland.Members.Files;

namespace VpVarmland.Members.Liaisons;

/// <summary>The coverage, and the whole contact log, as files: semicolons and a byte order mark, as Swedish spreadsheets expect. Names of holders of assignments, no contact ways.</summary>
internal static class ExportLiaisons
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/liaisons/export", Coverage).ForTheDistrict().WithSummary("Associations, liaisons and latest contacts, as CSV");
        api.MapGet("/liaisons/contacts/export", Log).ForTheDistrict().WithSummary("The contact log with its promises, as CSV");
    }

    private static async Task<FileContentHttpResult> Coverage(UnitOfWork work, CancellationToken cancel)
    {
        var rows = await LiaisonFacts.ListAsync(work, null, mine: false, cancel);
        work.Record("liaison.exported", Guid.Empty, content: new { rows.Count });
        return CsvFile.Of($"faddrar-{SwedishTime.DateOf(work.Now):yyyy-MM-dd}", ["Partiförening", "Fadder", "Sedan", "Ersätter nu", "Senaste kontakt", "Nästa senast", "Dagar mellan", "Läge", "Obesvarade frågor", "Öppna löften"], rows.Select(row => new[]
        {
            row.Name, row.Liaison?.Name ?? "", $"{row.Liaison?.Since:yyyy-MM-dd}", row.StandIn?.Name ?? "", $"{row.LastContact:yyyy-MM-dd}", $"{row.Due:yyyy-MM-dd}", $"{row.RhythmDays}", row.Standing switch
            {
                ContactStanding.NoLiaison => "Saknar fadder",
                ContactStanding.Overdue => "Försenad",
                ContactStanding.NeverContacted => "Aldrig kontaktad",
                _ => "I tid",
            }, $"{row.Questions}", $"{row.OpenPromises}",
        }));
    }

    private static async Task<FileContentHttpResult> Log(UnitOfWork work, CancellationToken cancel)
    {
        var rows = await work.ListAsync<Row>(
            """
            select association.name, contact.happened_on, contact.kind, person.given_name || ' ' || person.family_name as by, contact.is_stand_in, contact.summary,
                (select string_agg(promise.text || ' (' || case promise.side when 'district' then 'distriktet' else 'föreningen' end || ', '
                    || case when promise.done_at is null then to_char(promise.due_on, 'YYYY-MM-DD') else 'klart' end || ')', '; ' order by promise.id)
                    from liaison_promises promise where promise.contact_id = contact.id) as promises
            from liaison_contacts contact join associations association on association.id = contact.association_id left join people person on person.id = contact.by_id
            order by contact.happened_on desc, contact.id desc
            """, null, cancel);
        work.Record("liaison.log_exported", Guid.Empty, content: new { rows.Count });
        return CsvFile.Of($"fadderkontakter-{SwedishTime.DateOf(work.Now):yyyy-MM-dd}", ["Partiförening", "Datum", "Slag", "Av", "Som ersättare", "Sammanfattning", "Löften"], rows.Select(row => new[]
        {
            row.Name, $"{row.HappenedOn:yyyy-MM-dd}", row.Kind switch
            {
                ContactKind.Visit => "Besök",
                ContactKind.Call => "Samtal",
                ContactKind.DigitalMeeting => "Digitalt möte",
                ContactKind.Mail => "Mejl",
                _ => "Annat",
            }, row.By ?? "", row.IsStandIn ? "ja" : "", row.Summary, row.Promises ?? "",
        }));
    }

    private sealed record Row(string Name, DateOnly HappenedOn, ContactKind Kind, string? By, bool IsStandIn, string Summary, string? Promises);
}
