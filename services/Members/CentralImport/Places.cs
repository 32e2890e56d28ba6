namespace VpVarmland.Members.CentralImport;

/// <summary>The names by which the central register knows our associations and municipalities. Pure once read.</summary>
internal sealed class Places
{
    private readonly Dictionary<string, Guid> associations = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> municipalities = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    internal Places(IEnumerable<(Guid Id, string Name)> associations, IEnumerable<(string Code, string Name)> municipalities)
    {
        foreach (var (id, name) in associations)
            this.associations.TryAdd(Short(name), id);
        foreach (var (code, name) in municipalities)
        {
            this.municipalities.TryAdd(name, code);
            this.municipalities.TryAdd(name + " kommun", code);
            this.municipalities.TryAdd(code, code);
            names.TryAdd(code, name);
        }
    }

    internal static async Task<Places> ReadAsync(UnitOfWork work, CancellationToken cancel) => new(
        await work.ListAsync<(Guid, string)>("select successor_of(id), name from associations order by ended_on is not null, id", null, cancel),
        await work.ListAsync<(string, string)>("select code, name from municipalities", null, cancel));

    /// <summary>The association of that name, with or without the party's in front; null where there is none.</summary>
    internal Guid? AssociationOf(string name) => associations.TryGetValue(Short(name), out var id) ? id : null;

    /// <summary>The county's municipality of that name or code; null for any other, since people may live elsewhere.</summary>
    internal string? MunicipalityOf(string name) => municipalities.GetValueOrDefault(name);

    /// <summary>What the municipality of that code is called.</summary>
    internal string? NameOf(string? code) => code is null ? null : names.GetValueOrDefault(code, code);

    private static string Short(string name)
    {
        foreach (var party in (ReadOnlySpan<string>)["Vänsterpartiet i ", "Vänsterpartiet ", "V i ", "V "])
        {
            if (name.StartsWith(party, StringComparison.OrdinalIgnoreCase))
                return name[party.Length..];
        }
        return name;
    }
}
