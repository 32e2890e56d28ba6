using System.Net;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using VpVarmland.Contracts;
using VpVarmland.Members.BoardRoom;
using VpVarmland.Tests.Kit;
using VpVarmland.Tests.Liaisons;

namespace VpVarmland.Tests.BoardRoom;

/// <summary>The board room: called once, minuted, adjusted by each, locked; and the archive.</summary>
public sealed class BoardTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private static readonly Guid Chair = People.IdOf("district-chair"), Treasurer = People.IdOf("treasurer");

    private readonly MembersHost members = fixture.Host;
    private readonly BoardGround ground = new(fixture.Host);

    [Fact]
    public async Task The_notice_goes_once_to_everybody_whose_term_covers_the_day_and_to_nobody_else()
    {
        var late = await members.AddBoardMemberAsync(Places.Karlstad);
        await members.ExecuteAsync("update assignments set from_date = @from where person_id = @late", new { late, from = members.Today().AddDays(20) });
        var meeting = await ground.CalledAsync("Möte i rätt tid");
        await ground.Manager.PostAsync($"/api/members/board/meetings/{meeting}/notice", new { }).RefusedAsync(HttpStatusCode.Conflict, "board.not_now");
        var called = (await ground.ReadAsync(meeting)).GetProperty("members").EnumerateArray().Select(one => one.Id("memberId")).ToList();
        Assert.Contains(Chair, called);
        Assert.DoesNotContain(late, called);
        var letters = await fixture.Events.AllAsync<BoardMeetingNoticed>(letter => letter.MeetingId == meeting);
        Assert.Equal(called.Order(), letters.Select(letter => letter.MemberId).Order());
        Assert.All(letters, letter => Assert.Equal("Mötet öppnas", letter.Points[0]));
    }

    [Fact]
    public async Task Minutes_are_locked_when_every_adjuster_has_approved_what_they_read()
    {
        var meeting = await ground.MinutedAsync(Chair, Treasurer);
        var read = BoardGround.Version(await ground.ReadAsync(meeting));
        using var chair = members.As(Chair, "board:read@district");
        using var treasurer = members.As(Treasurer, "board:read@district");
        await ground.Manager.SendAsync(Adjust(meeting, read)).RefusedAsync(HttpStatusCode.Conflict, "board.not_adjuster");
        Assert.Equal("minuted", (await chair.SendAsync(Adjust(meeting, read)).ReadAsync()).GetProperty("meeting").Text("state"));
        await chair.SendAsync(Adjust(meeting, read)).RefusedAsync(HttpStatusCode.Conflict, "board.not_adjuster");
        // Opened again and changed: the approval was of something else.
        await ground.Manager.DeleteAsync(new Uri($"/api/members/board/meetings/{meeting}/adjusting", UriKind.Relative)).ReadAsync();
        await ground.Manager.PostAsync($"/api/members/board/meetings/{meeting}/adjusting", new { }).ReadAsync();
        await treasurer.SendAsync(Adjust(meeting, read)).RefusedAsync(HttpStatusCode.PreconditionFailed, "request.version_changed");
        read = BoardGround.Version(await ground.ReadAsync(meeting));
        await chair.SendAsync(Adjust(meeting, read)).ReadAsync();
        var locked = await treasurer.SendAsync(Adjust(meeting, read)).ReadAsync();
        Assert.Equal("locked", locked.GetProperty("meeting").Text("state"));

        var text = await members.QueryAsync<string>("select body from documents where meeting_id = @meeting", new { meeting });
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), locked.Text("hash"));
        Assert.Contains("Styrelsen samtalade om budgeten.", text, StringComparison.Ordinal);
        await Assert.ThrowsAsync<PostgresException>(() => members.ExecuteAsync("update board_items set minutes = 'x' where meeting_id = @meeting", new { meeting }));
        await ground.Manager.DeleteAsync(new Uri($"/api/members/documents/{await members.QueryAsync<Guid>("select id from documents where meeting_id = @meeting", new { meeting })}", UriKind.Relative))
            .RefusedAsync(HttpStatusCode.Conflict, "document.is_minutes");
    }

    [Fact]
    public async Task Minutes_need_two_adjusters_who_were_there()
    {
        var meeting = await ground.WrittenAsync(Chair);
        await ground.Manager.PostAsync($"/api/members/board/meetings/{meeting}/adjusting", new { }).RefusedAsync(HttpStatusCode.Conflict, "board.two_adjusters");
        await ground.Manager.PutAsync($"/api/members/board/meetings/{meeting}/minutes", new { items = Array.Empty<object>(), present = new[] { Chair }, adjusters = new[] { Treasurer } }, BoardGround.Version(await ground.ReadAsync(meeting)))
            .RefusedAsync(HttpStatusCode.BadRequest, "board.not_called");
        await ground.Manager.PutAsync($"/api/members/board/meetings/{meeting}/minutes", new { items = Array.Empty<object>(), present = new[] { People.IdOf("member") }, adjusters = Array.Empty<Guid>() }, BoardGround.Version(await ground.ReadAsync(meeting)))
            .RefusedAsync(HttpStatusCode.BadRequest, "board.not_called");
    }

    [Fact]
    public async Task An_agenda_is_reordered_and_a_point_with_papers_is_not_lost()
    {
        var (item, _) = await ground.PaperAsync();
        var meeting = await members.QueryAsync<Guid>("select meeting_id from board_items where id = @item", new { item });
        var path = $"/api/members/board/meetings/{meeting}/agenda";
        await ground.Manager.PutAsync(path, new { items = new[] { new { title = "Bara en" } } }, BoardGround.Version(await ground.ReadAsync(meeting))).RefusedAsync(HttpStatusCode.Conflict, "board.point_has_decisions");
        var written = await ground.Manager.PutAsync(path, new { items = new object[] { new { title = "Ny först" }, new { itemId = item, title = "Sist", proposal = "Att anta." } } }, BoardGround.Version(await ground.ReadAsync(meeting))).ReadAsync();
        Assert.Equal([("Ny först", 0), ("Sist", 1)], written.GetProperty("items").EnumerateArray().Select(one => (one.Text("title"), one.GetProperty("papers").GetArrayLength())));
    }

    [Fact]
    public async Task A_decision_is_late_until_it_is_done()
    {
        var decision = await ground.DecisionAsync();
        await members.MoveClockAsync(TimeSpan.FromDays(11));
        Assert.True(One(await ground.Manager.AllPagesAsync("/api/members/board/decisions")).GetProperty("isLate").GetBoolean());
        await ground.Manager.PostAsync($"/api/members/board/decisions/{decision}/done", new { }).ReadAsync();
        Assert.DoesNotContain(await ground.Manager.AllPagesAsync("/api/members/board/decisions"), row => row.Id("decisionId") == decision);
        await ground.Manager.DeleteAsync(new Uri($"/api/members/board/decisions/{decision}/done", UriKind.Relative)).ReadAsync();
        Assert.True(One(await ground.Manager.AllPagesAsync("/api/members/board/decisions")).GetProperty("isLate").GetBoolean());

        System.Text.Json.JsonElement One(IReadOnlyList<System.Text.Json.JsonElement> rows) => rows.Single(row => row.Id("decisionId") == decision);
    }

    [Fact]
    public async Task The_archive_is_searched_in_Swedish_by_those_who_may_read_it_and_marks_what_it_found_safely()
    {
        var word = "kvastar" + Guid.NewGuid().ToString("N")[..6];
        var board = await ground.DocumentAsync("board", $"Vi köpte {word} till lokalerna. <b>\uE000x</b>");
        var associations = await ground.DocumentAsync("associations", $"Föreningarna får {word}.");
        var all = await ground.DocumentAsync("members", $"Alla medlemmar får {word}.");
        Assert.Equal([all], await FindAsync(members.As(People.IdOf("member"), "member:self@district"), word));
        Assert.Equal(new[] { associations, all }.Order(), (await FindAsync(members.As(Chair, "member:self@district", $"central:read@{Places.Karlstad}"), word)).Order());
        Assert.Equal(new[] { board, associations, all }.Order(), (await FindAsync(ground.Manager, word)).Order());
        // Another form of the word, as Swedish has it.
        Assert.Contains(board, await FindAsync(ground.Manager, $"{word} lokal"));
        var pieces = (await ground.Manager.ReadAsync($"documents?text={word}")).Items().Single(row => row.Id("documentId") == board).GetProperty("found").EnumerateArray().ToList();
        Assert.Equal(word, Assert.Single(pieces, piece => piece.GetProperty("isHit").GetBoolean()).Text("text"));
        Assert.DoesNotContain('\uE000', string.Concat(pieces.Select(piece => piece.Text("text"))));
        await members.As(People.IdOf("member"), "member:self@district").GetAsync(new Uri($"/api/members/documents/{board}", UriKind.Relative)).RefusedAsync(HttpStatusCode.NotFound, "board.unknown");

        static async Task<IReadOnlyList<Guid>> FindAsync(HttpClient reader, string text) => [.. (await reader.ReadAsync($"documents?text={Uri.EscapeDataString(text)}")).Items().Select(row => row.Id("documentId"))];
    }

    [Fact]
    public async Task What_need_not_be_kept_longer_goes_by_itself_with_its_file()
    {
        var file = await ground.FileAsync();
        var agreement = await ground.DocumentAsync();
        Assert.Equal(new DateOnly(members.Today().Year + 10, 12, 31), await members.QueryAsync<DateOnly>("select keep_until from documents where id = @agreement", new { agreement }));
        await members.ExecuteAsync("update documents set keep_until = @yesterday where id = @file", new { file, yesterday = members.Today().AddDays(-1) });
        await members.MoveClockAsync(TimeSpan.FromDays(1.1));
        await Eventually.SeeAsync(() => members.QueryAsync<long>("select count(*) from documents where id = @file", new { file }), count => count == 0);
        Assert.Equal(1, await members.QueryAsync<long>("select count(*) from documents where id = @agreement", new { agreement }));
    }

    [Fact]
    public void A_headline_is_cut_where_what_matched_begins_and_ends()
    {
        Assert.Equal([new Piece("a ", false), new Piece("b", true), new Piece(" c ", false), new Piece("d", true)], Archive.Pieces("a \uE000b\uE001 c \uE000d\uE001"));
        Assert.Empty(Archive.Pieces(null));
    }

    private static HttpRequestMessage Adjust(Guid meeting, string version)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/members/board/meetings/{meeting}/adjustment");
        request.Headers.TryAddWithoutValidation("If-Match", version);
        return request;
    }
}
