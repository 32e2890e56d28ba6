using System.Security.Cryptography;
using System.Text;
using VpVarmland.ServiceDefaults.Jobs;

namespace VpVarmland.Members.PersonalNumbers;

/// <summary>
/// Seals personnummer with the newest of several keys and opens them with any (<c>People:NumberKeys</c>: <c>name=key</c>, newest first, comma between); finds equals by a keyed hash
/// (<c>People:NumberIndexKey</c>, which stays). A key is changed by putting a new one first; once <see cref="SealNumbersAnew"/> has run, the old one can go.
/// </summary>
internal sealed class NumberVault
{
    internal const string Setting = "People:NumberKeys", IndexSetting = "People:NumberIndexKey";

    private readonly List<(string Id, byte[] Key)> keys;
    private readonly byte[]? indexKey;

    public NumberVault(IConfiguration configuration, IHostEnvironment environment)
    {
        keys = [.. (configuration[Setting] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(text => text.Split('=', 2))
            .Select(parts => (parts[0], Sealing.KeyOf(parts.ElementAtOrDefault(1), Setting) ?? throw new InvalidOperationException($"{Setting}: name=key, newest first.")))];
        indexKey = Sealing.KeyOf(configuration[IndexSetting], IndexSetting);
        if (environment.IsDevelopment())
        {
            keys = keys.Count > 0 ? keys : [("development", SHA256.HashData("development only, numbers"u8))];
            indexKey ??= SHA256.HashData("development only, index"u8);
        }
    }

    /// <summary>False where no keys are configured, outside Development: then no number is taken.</summary>
    internal bool IsOpen => keys.Count > 0 && indexKey is not null;

    internal string NewestKey => keys[0].Id;

    internal (byte[] Sealed, string KeyId, byte[] Hash) Close(PersonalNumber number, Guid row) =>
        (Sealing.Close(number.Digits, keys[0].Key, row), keys[0].Id, HMACSHA256.HashData(indexKey!, Encoding.ASCII.GetBytes(number.Digits)));

    /// <summary>The number; null where its key is no longer configured.</summary>
    internal PersonalNumber? Open(byte[] closed, string keyId, Guid row) =>
        keys.Find(one => one.Id == keyId) is { Key: { } key } && Sealing.Open(closed, key, row) is { } digits ? new PersonalNumber(digits) : null;
}

/// <summary>Seals with the newest key what is sealed with an older one.</summary>
internal sealed class SealNumbersAnew(NumberVault vault) : Job
{
    public override TimeSpan Every => TimeSpan.FromHours(1);

    public override async Task RunAsync(UnitOfWork work, CancellationToken cancel)
    {
        if (!vault.IsOpen)
            return;
        foreach (var old in await work.ListAsync<Stored>("select id, sealed, key_id from personal_numbers where key_id <> @NewestKey order by id limit 1000 for update skip locked", new { vault.NewestKey }, cancel))
        {
            if (vault.Open(old.Sealed, old.KeyId, old.Id) is not { } number)
                continue;
            var (closed, keyId, _) = vault.Close(number, old.Id);
            await work.ExecuteAsync("update personal_numbers set sealed = @closed, key_id = @keyId where id = @Id", new { old.Id, closed, keyId }, cancel);
        }
    }

    private sealed record Stored(Guid Id, byte[] Sealed, string KeyId);
}
