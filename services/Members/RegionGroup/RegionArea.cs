namespace VpVarmland.Members.RegionGroup;

/// <summary>What a position or material is about: the region's tasks, and what lies across them.</summary>
internal enum RegionArea
{
    /// <summary>Health care and dental care.</summary>
    Care,
    PublicTransport,

    /// <summary>Culture and public education.</summary>
    Culture,

    /// <summary>Regional development, work and housing.</summary>
    Development,
    Climate,

    /// <summary>The region as an employer.</summary>
    Staff,
    Economy,
    Other,
}
