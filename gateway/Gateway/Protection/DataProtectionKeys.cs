using System.Xml.Linq;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using Npgsql;

namespace VpVarmland.Gateway.Protection;

/// <summary>The data-protection key ring in the identity database, so that every instance of the gateway reads what another one wrote.</summary>
internal sealed class DataProtectionKeys(NpgsqlDataSource source) : IXmlRepository
{
    // The framework's interface is synchronous, and asks once at start and once a key's life.
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = source.OpenConnection();
        return [.. connection.Query<string>("select xml from data_protection_keys order by id").Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var connection = source.OpenConnection();
        connection.Execute("insert into data_protection_keys (xml) values (@xml)", new { xml = element.ToString(SaveOptions.DisableFormatting) });
    }

    internal static void Add(WebApplicationBuilder builder)
    {
        var key = KeyRingEncryption.KeyOf(builder.Configuration);
        builder.Services.AddSingleton(new AtRest(key is not null));
        builder.Services.AddDataProtection().SetApplicationName("vpvarmland-gateway");
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options =>
        {
            options.XmlRepository = new DataProtectionKeys(provider.GetRequiredService<NpgsqlDataSource>());
            options.XmlEncryptor = key is null ? null : new KeyRingEncryption(key);
        }));
    }

    /// <summary>Says so once at start where the key ring is open to whoever has a copy of the database.</summary>
    internal static void WarnWhereOpen(WebApplication app)
    {
        if (!app.Environment.IsDevelopment() && !app.Services.GetRequiredService<AtRest>().IsEncrypted)
            app.Logger.LogWarning("{Setting} is not configured: a copy of the database is enough to read the keys in it", KeyRingEncryption.Setting);
    }

    /// <summary>Whether the key ring is encrypted where it lies.</summary>
    internal sealed record AtRest(bool IsEncrypted);
}
