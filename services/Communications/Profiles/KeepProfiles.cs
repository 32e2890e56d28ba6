using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Messaging;

namespace VpVarmland.Communications.Profiles;

/// <summary>Keeps the copy of public profiles: the highest version wins, whatever order they come in. Of one that is withdrawn only the version is kept.</summary>
internal sealed class KeepProfiles : IConsume<ProfilePublished>, IConsume<ProfileWithdrawn>, IConsume<StateResent>
{
    public Task HandleAsync(ProfilePublished message, UnitOfWork work, CancellationToken cancel) => work.ExecuteAsync(
        """
        insert into profiles (profile_id, version, member_id, name, kind, area, about, email, phone, web, portrait, until_on)
        values (@ProfileId, @Version, @MemberId, @Name, @Kind, @Area, @Text, @Email, @Phone, @Web, decode(@Portrait, 'base64'), @Until)
        on conflict (profile_id) do update set version = excluded.version, member_id = excluded.member_id, name = excluded.name, kind = excluded.kind, area = excluded.area, about = excluded.about,
            email = excluded.email, phone = excluded.phone, web = excluded.web, portrait = excluded.portrait, until_on = excluded.until_on
        where profiles.version < excluded.version
        """, message, cancel);

    public Task HandleAsync(ProfileWithdrawn message, UnitOfWork work, CancellationToken cancel) => work.ExecuteAsync(
        """
        insert into profiles (profile_id, version) values (@ProfileId, @Version)
        on conflict (profile_id) do update set version = excluded.version, member_id = null, name = null, kind = null, area = null, about = null, email = null, phone = null, web = null, portrait = null, until_on = null
        where profiles.version < excluded.version
        """, message, cancel);

    public async Task HandleAsync(StateResent message, UnitOfWork work, CancellationToken cancel)
    {
        if (message.Kind != "profiles")
            return;
        message.RequireAll(await work.GetAsync<int>("select count(*)::int from profiles where profile_id <= @Through and version >= @Floor", message, cancel));
        await work.ExecuteAsync("delete from profiles where profile_id <= @Forget and version < @Floor", message, cancel);
    }
}
