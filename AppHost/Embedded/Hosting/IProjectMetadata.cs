namespace Aspire.Hosting;

/// <summary>A project that AppHost.csproj refers to; the classes are generated while it is built (Hosting.targets).</summary>
public interface IProjectMetadata
{
    /// <summary>Full path of the project file.</summary>
    string ProjectPath { get; }

    /// <summary>Full path of what the project was built into. Embedded's own: Aspire asks MSBuild at run time.</summary>
    string AssemblyPath { get; }
}
