namespace VpVarmland.Tests.Kit;

/// <summary>Associations of the demo district.</summary>
internal static class Places
{
    internal static readonly Guid District = new("01900000-0000-7000-8000-000000000017");
    internal static readonly Guid Karlstad = new("01900000-0000-7000-8000-00000000100a");
    internal static readonly Guid Arvika = new("01900000-0000-7000-8000-00000000100e");

    /// <summary>Dormant: nobody belongs to it.</summary>
    internal static readonly Guid Storfors = new("01900000-0000-7000-8000-000000001003");
}
