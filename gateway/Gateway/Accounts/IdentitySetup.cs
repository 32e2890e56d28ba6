using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Database;

namespace VpVarmland.Gateway.Accounts;

/// <summary>ASP.NET Core Identity as the platform uses it: no passwords; authenticator, recovery codes and passkeys as second factors.</summary>
internal static class IdentitySetup
{
    internal static void AddAccounts(this WebApplicationBuilder builder)
    {
        builder.Services.AddDbContext<IdentityDatabase>((services, options) => options.UseNpgsql(services.GetRequiredService<NpgsqlDataSource>()));
        builder.Services.AddSingleton<ILookupNormalizer, Normalizer>();
        builder.Services
            .AddIdentityCore<Account>(identity =>
            {
                identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                identity.User.RequireUniqueEmail = false;
            })
            .AddUserStore<AccountStore>();
        builder.Services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        builder.Services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            // A passkey stands for both factors, so the device must have checked who holds it, and must find the account itself.
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
            passkeys.ServerDomain = builder.Configuration["Passkeys:Domain"];
        });
        builder.Services.AddScoped<AccountAccess>();
    }

    /// <summary>Addresses are compared as everywhere on the platform; Identity's own way would be upper case.</summary>
    private sealed class Normalizer : ILookupNormalizer
    {
        public string? NormalizeName(string? name) => name;

        public string? NormalizeEmail(string? email) => email is null ? null : Email.Normalise(email);
    }
}

/// <summary>Accounts inside the request's unit of work.</summary>
internal sealed class AccountAccess(UserManager<Account> users, IdentityDatabase database, UnitOfWork work)
{
    /// <summary>Identity's manager, joined to the unit of work.</summary>
    internal async Task<UserManager<Account>> UsersAsync(CancellationToken cancel)
    {
        await database.JoinAsync(work, cancel);
        return users;
    }

    /// <summary>The account with that id, locked until the work ends, so that two requests cannot both spend a recovery code or an attempt.</summary>
    internal async Task<Account> GetAsync(Guid accountId, CancellationToken cancel)
    {
        await work.ExecuteAsync("select 1 from accounts where id = @accountId for update", new { accountId }, cancel);
        var manager = await UsersAsync(cancel);
        return await manager.FindByIdAsync(accountId.ToString()) ?? throw new InvalidOperationException("A session's account is gone.");
    }
}
