using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using VpVarmland.ServiceDefaults.Database;

namespace VpVarmland.Gateway.Accounts;

/// <summary>
/// Identity's view of the tables that the SQL migrations make: accounts, their tokens and passkeys. Passwords, phone numbers, claims
/// and external logins are left out, because the platform has none.
/// </summary>
internal sealed class IdentityDatabase(DbContextOptions<IdentityDatabase> options) : IdentityUserContext<Account, Guid>(options)
{
    /// <summary>Reads and writes within the unit of work, so that a change, its audit record and its events are one.</summary>
    internal async Task JoinAsync(UnitOfWork work, CancellationToken cancel)
    {
        Database.SetDbConnection(await work.OpenAsync(cancel));
        await Database.UseTransactionAsync(work.Transaction, cancel);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Ignore<IdentityUserClaim<Guid>>().Ignore<IdentityUserLogin<Guid>>();
        builder.Entity<Account>(account =>
        {
            account.ToTable("accounts");
            account.Ignore(a => a.PasswordHash).Ignore(a => a.PhoneNumber).Ignore(a => a.PhoneNumberConfirmed).Ignore(a => a.IsOpen);
            account.Property(a => a.State).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        });
        builder.Entity<IdentityUserToken<Guid>>(token =>
        {
            token.ToTable("account_tokens");
            token.Property(t => t.UserId).HasColumnName("account_id");
        });
        builder.Entity<IdentityUserPasskey<Guid>>(passkey =>
        {
            passkey.ToTable("account_passkeys");
            passkey.Property(p => p.UserId).HasColumnName("account_id");
            passkey.OwnsOne(p => p.Data, data => data.ToJson("data"));
        });
        foreach (var property in builder.Model.GetEntityTypes().Where(type => !type.IsMappedToJson()).SelectMany(type => type.GetProperties()))
        {
            if (property.GetColumnName() == property.Name)
                property.SetColumnName(SnakeCase(property.Name));
        }
    }

    private static string SnakeCase(string name) => string.Concat(name.Select((letter, index) =>
        char.IsUpper(letter) ? (index == 0 ? "" : "_") + char.ToLowerInvariant(letter) : letter.ToString()));
}
