namespace VpVarmland.Members.Register;

/// <summary>Tells the other services how a person stands now.</summary>
internal static class PersonEvents
{
    /// <summary>Raises the person's version and publishes <see cref="MemberChanged"/> with it. Call after every change of the person or membership.</summary>
    internal static async Task PublishChangeAsync(UnitOfWork work, Guid personId, CancellationToken cancel)
    {
        var state = await work.GetAsync<Row>(
            """
            update people set version = version + 1 where id = @personId
            returning version, given_name, family_name, case when not mail_stopped then email end as email, association_id, language,
                (select state from memberships where person_id = @personId order by ended_on is null desc, applied_on desc, id desc limit 1) as state
            """, new { personId }, cancel);
        work.Publish(new MemberChanged(personId, state.GivenName, state.FamilyName, state.Email, state.AssociationId,
            state.State, state.Language)
        { Version = state.Version });
        // The name stands in what the public sees.
        await Profiles.ProfileState.TellAsync(work, "held.person_id = @personId and one.published is not null", new { personId }, cancel);
    }

    private sealed record Row(int Version, string GivenName, string FamilyName, string? Email, Guid AssociationId, string Language, MembershipState State);
}
