using System.Net;

namespace VpVarmland.Tests;

/// <summary>Goal 1 of the operating plan, to grow in members: who comes is counted once, who leaves is seen at once, and a slip with either is taken back in every service.</summary>
public sealed class G1_grow(Platform platform)
{
    private const string People = "/api/members/people";

    [Fact]
    public async Task Somebody_who_applied_twice_is_one_and_who_left_by_mistake_is_back_with_the_account()
    {
        using var ombudsman = await DemoDistrict.SignInAsync(platform, DemoDistrict.Ombudsman);
        using var secretary = await DemoDistrict.SignInAsync(platform, DemoDistrict.Secretary);
        var arvika = (await DemoDistrict.FindAsync(platform, DemoDistrict.Secretary)).AssociationId!.Value;
        var (first, again) = (Applicant.New(Applicant.Arvika), Applicant.New(Applicant.Arvika));
        again = again with { FamilyName = first.FamilyName + "e" };
        var figures = await Figures.ReadAsync(ombudsman, arvika);
        await first.JoinAsync(platform);
        await again.JoinAsync(platform);
        Assert.Equal(figures.Applicants + 2, (await Figures.ReadAsync(ombudsman, arvika)).Applicants);

        // The two are found as a pair, by name, year and postal code, and made one.
        var pair = Assert.Single(await ombudsman.ListAsync("/api/members/duplicates"), one => new[] { one.Text("one.email"), one.Text("other.email") }.Order().SequenceEqual(new[] { first.Email, again.Email }.Order()));
        var (kept, absorbed) = pair.Text("one.email") == first.Email ? ("one", "other") : ("other", "one");
        var (keptId, absorbedId) = (pair.Id(kept + ".memberId"), pair.Id(absorbed + ".memberId"));
        await ombudsman.PostAsync("/api/members/merges", new { kept = keptId, absorbed = absorbedId, keptVersion = pair.Number(kept + ".version"), absorbedVersion = pair.Number(absorbed + ".version") });
        Assert.Equal(figures.Applicants + 1, (await Figures.ReadAsync(ombudsman, arvika)).Applicants);
        await secretary.RefusedAsync(HttpStatusCode.NotFound, "person.unknown", HttpMethod.Get, $"{People}/{absorbedId}");

        using var person = await DemoDistrict.SignInByMailAsync(platform, first.Email);
        Assert.Equal(keptId, person.MemberId);
        await person.PostAsync("/api/members/me/ending", new { reason = "Tryckte fel." });
        await Eventually.SeeAsync(async () => await person.StatusAsync("/api/members/me"), status => status == HttpStatusCode.Unauthorized);
        Assert.Null(await first.FindAsync(secretary));
        Assert.Equal(figures.Applicants, (await Figures.ReadAsync(ombudsman, arvika)).Applicants);

        await secretary.DeleteAsync($"{People}/{keptId}/ending");
        Assert.Equal(keptId, (await first.FindAsync(secretary))!.Value.Id("memberId"));
        using var back = await DemoDistrict.SignInByMailAsync(platform, first.Email);
        Assert.Equal("applicant", (await back.GetAsync("/api/members/me")).Text("membership.state"));
    }

    [Fact]
    public async Task A_member_who_moves_is_told_of_on_both_sides_and_counted_where_the_vote_is()
    {
        using var ombudsman = await DemoDistrict.SignInAsync(platform, DemoDistrict.Ombudsman);
        using var arvika = await DemoDistrict.SignInAsync(platform, DemoDistrict.Secretary);
        using var karlstad = await DemoDistrict.SignInAsync(platform, DemoDistrict.Chair);
        var (from, to) = ((await DemoDistrict.FindAsync(platform, DemoDistrict.Secretary)).AssociationId!.Value, (await DemoDistrict.FindAsync(platform, DemoDistrict.Chair)).AssociationId!.Value);
        var applicant = Applicant.New(Applicant.Arvika);
        await applicant.JoinAsync(platform);
        var id = (await applicant.FindAsync(arvika))!.Value.Id("memberId");
        var before = (await Figures.ReadAsync(ombudsman, from), await Figures.ReadAsync(ombudsman, to));
        await arvika.PostAsync($"{People}/{id}/move", new { to, staysAttached = true, reason = "Läser i Karlstad." });
        foreach (var (side, place) in new[] { (arvika, from), (karlstad, to) })
            Assert.Contains(await side.ListAsync($"/api/members/moves?association={place}&unseen=true"), move => move.Id("memberId") == id);
        var after = (await Figures.ReadAsync(ombudsman, from), await Figures.ReadAsync(ombudsman, to));
        // The open case goes along, and the receiving association has one more about the move.
        Assert.Equal((before.Item1.OpenCases - 1, before.Item2.OpenCases + 2), (after.Item1.OpenCases, after.Item2.OpenCases));
        Assert.Contains((await arvika.GetAsync($"/api/members/attached?association={from}")).Rows(), one => one.Id("memberId") == id);
    }
}
