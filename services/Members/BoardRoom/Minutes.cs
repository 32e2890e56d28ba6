using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;

namespace VpVarmland.Members.BoardRoom;

/// <summary>
/// The minutes: written point by point from the agenda, approved by each adjuster for themselves, and then locked with a hash of what was approved.
/// Adjusted minutes go to the archive, and the database refuses to change them.
/// </summary>
internal static class Minutes
{
    internal sealed record Text(Guid? ItemId, [property: AtMost(10_000)] string? Said);

    /// <param name="Present">Those called who came.</param>
    /// <param name="Adjusters">Two or more of those who came.</param>
    internal sealed record Request([property: Required, MaxLength(100)] IReadOnlyList<Text> Items, [property: Required, MaxLength(200)] IReadOnlyList<Guid> Present, [property: Required, MaxLength(20)] IReadOnlyList<Guid> Adjusters);

    internal static void Map(IEndpointRouteBuilder api)
    {
        const string one = "/board/meetings/{id:guid}";
        api.MapPut(one + "/minutes", Write).ForTheBoard(Permission.ManageBoard).WithSummary("Write the minutes: who came, what was said, who adjusts");
        api.MapPost(one + "/adjusting", Finish).ForTheBoard(Permission.ManageBoard).WithSummary("The minutes are written: ask the adjusters");
        api.MapDelete(one + "/adjusting", Reopen).ForTheBoard(Permission.ManageBoard).WithSummary("Go on writing: approvals start over");
        api.MapPost(one + "/adjustment", Adjust).ForTheBoard(Permission.ReadBoard).WithSummary("Approve the minutes as adjuster; the last approval locks them");
    }

    private static async Task<Results<Ok<MeetingView>, ProblemHttpResult>> Write(Guid id, Request request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var (meeting, failure) = await MeetingLock.TakeAsync(work, id, http, cancel, MeetingState.Called);
        if (meeting is null)
            return failure!.ToProblem(http);
        if (request.Items.Any(item => item is null || item.Said?.Length > 10_000))
            return BoardFailures.BadAgenda.ToProblem(http);
        var (present, adjusters) = (request.Present.Distinct().ToArray(), request.Adjusters.Distinct().ToArray());
        var known = new { id, present, adjusters, items = request.Items.Select(item => item.ItemId ?? Guid.Empty).ToArray() };
        if (!await work.GetAsync<bool>(
            """
            select @adjusters <@ @present and not exists (select from unnest(@present) one where one not in (select person_id from board_called where meeting_id = @id))
                and not exists (select from unnest(@items) one where one not in (select id from board_items where meeting_id = @id))
            """, known, cancel))
            return BoardFailures.NotCalled.ToProblem(http);
        foreach (var item in request.Items)
            await work.ExecuteAsync("update board_items set minutes = @said where id = @ItemId", new { item.ItemId, said = item.Said.TrimmedOrNull() }, cancel);
        await work.ExecuteAsync(
            """
            update board_called set is_present = person_id = any(@present) where meeting_id = @id;
            delete from board_adjusters where meeting_id = @id;
            insert into board_adjusters (meeting_id, person_id) select @id, unnest(@adjusters)
            """, known, cancel);
        await meeting.RaiseAsync(work, cancel);
        work.Record("board.minutes_written", id);
        return await MeetingView.AnswerAsync(work, id, http, cancel);
    }

    private static async Task<Results<Ok<MeetingView>, ProblemHttpResult>> Finish(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var (meeting, failure) = await MeetingLock.TakeAsync(work, id, null, cancel, MeetingState.Called);
        if (meeting is null)
            return failure!.ToProblem(http);
        if (await work.GetAsync<long>("select count(*) from board_adjusters where meeting_id = @id", new { id }, cancel) < 2)
            return BoardFailures.TwoAdjusters.ToProblem(http);
        return await MoveAsync(meeting, "minuted", "board.minutes_finished", work, http, cancel);
    }

    private static async Task<Results<Ok<MeetingView>, ProblemHttpResult>> Reopen(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var (meeting, failure) = await MeetingLock.TakeAsync(work, id, null, cancel, MeetingState.Minuted);
        if (meeting is null)
            return failure!.ToProblem(http);
        await work.ExecuteAsync("update board_adjusters set approved_at = null where meeting_id = @id", new { id }, cancel);
        return await MoveAsync(meeting, "called", "board.minutes_reopened", work, http, cancel);
    }

    private static async Task<Results<Ok<MeetingView>, ProblemHttpResult>> Adjust(Guid id, UnitOfWork work, Caller caller, HttpContext http, CancellationToken cancel)
    {
        // The version too: what is approved is what was read.
        var (meeting, failure) = await MeetingLock.TakeAsync(work, id, http, cancel, MeetingState.Minuted);
        if (meeting is null)
            return failure!.ToProblem(http);
        if (await work.ExecuteAsync("update board_adjusters set approved_at = @Now where meeting_id = @id and person_id = @MemberId and approved_at is null", new { id, work.Now, caller.MemberId }, cancel) == 0)
            return BoardFailures.NotAdjuster.ToProblem(http);
        work.Record("board.minutes_adjusted", id);
        if (!await work.GetAsync<bool>("select exists (select from board_adjusters where meeting_id = @id and approved_at is null)", new { id }, cancel))
            await LockAsync(meeting, work, cancel);
        return await MeetingView.AnswerAsync(work, id, http, cancel);
    }

    private static async Task<Ok<MeetingView>> MoveAsync(MeetingLock meeting, string state, string what, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        await work.ExecuteAsync("update board_meetings set state = @state, version = version + 1 where id = @Id", new { meeting.Id, state }, cancel);
        work.Record(what, meeting.Id);
        return await MeetingView.AnswerAsync(work, meeting.Id, http, cancel);
    }

    private static async Task LockAsync(MeetingLock meeting, UnitOfWork work, CancellationToken cancel)
    {
        var text = MinutesText.Of((await MeetingView.FindAsync(work, meeting.Id, cancel))!);
        await work.ExecuteAsync(
            """
            update board_meetings set state = 'locked', locked_at = @Now, content_hash = @hash, version = version + 1 where id = @Id;
            insert into documents (id, kind, title, on_date, body, meeting_id, readers, added_at) values (@document, 'minutes', @title, @on, @text, @Id, 'board', @Now)
            """,
            new
            {
                meeting.Id, work.Now, hash = SHA256.HashData(Encoding.UTF8.GetBytes(text)), document = Guid.CreateVersion7(work.Now), title = "Protokoll: " + meeting.Title, on = SwedishTime.DateOf(meeting.StartsAt), text,
            }, cancel);
        work.Record("board.minutes_locked", meeting.Id);
    }
}

/// <summary>Minutes as text: what the hash covers, what the archive keeps and the search reads. In Swedish, whatever language the reader has.</summary>
internal static class MinutesText
{
    internal static string Of(MeetingView view)
    {
        var text = new StringBuilder();
        text.Append(view.Meeting.Title).Append('\n').Append(System.Globalization.CultureInfo.InvariantCulture, $"{TimeZoneInfo.ConvertTime(view.Meeting.StartsAt, SwedishTime.Zone):yyyy-MM-dd HH'.'mm}").Append(view.Meeting.Place is null ? "" : ", " + view.Meeting.Place).Append("\n\n");
        text.Append("Närvarande: ").AppendJoin(", ", view.Members.Where(one => one.IsPresent == true).Select(one => one.Name)).Append("\nJusterare: ").AppendJoin(", ", view.Members.Where(one => one.IsAdjuster).Select(one => one.Name)).Append('\n');
        foreach (var (index, item) in view.Items.Index())
        {
            text.Append("\n§ ").Append(index + 1).Append(' ').Append(item.Title).Append('\n');
            if (item.Minutes is not null)
                text.Append(item.Minutes).Append('\n');
            foreach (var decision in item.Decisions)
                text.Append("Beslut: ").Append(decision.Text).Append(decision.Owner is null ? "" : " Ansvarig: " + decision.Owner + ".").Append(decision.Due is { } due ? " Senast " + due.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) + "." : "").Append('\n');
        }
        return text.ToString();
    }
}
