namespace Aspire.Hosting.ApplicationModel;

/// <summary>What all resources have.</summary>
public abstract class Resource : IResource
{
    private protected Resource(string name)
    {
        if (name.Length is 0 or > 64 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ||
            !char.IsAsciiLetter(name[0]) || name.EndsWith('-') || name.Contains("--", StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{name}' is no name of a resource: a letter, then letters, digits and single hyphens, at most 64.", nameof(name));
        }

        Name = name;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>What must be ready before this starts.</summary>
    internal List<Resource> WaitsFor { get; } = [];
}
