namespace VpVarmland.Contracts;

/// <summary>What stands in the gateway's token: the one agreement between gateway and services about who is calling.</summary>
public static class TokenClaims
{
    /// <summary>Issuer of every token.</summary>
    public const string Issuer = "vpvarmland-gateway";
    /// <summary>Audience of every token.</summary>
    public const string Audience = "vpvarmland-services";
    /// <summary>The account's or client's id.</summary>
    public const string Subject = "sub";
    /// <summary>The member's id, where the account belongs to one.</summary>
    public const string Member = "member";
    /// <summary>The partner client's name.</summary>
    public const string Client = "client";
    /// <summary>One claim a permission: <c>register:read@&lt;association id&gt;</c> or <c>register:read@district</c>.</summary>
    public const string Permissions = "permissions";
    /// <summary>The scope that means everywhere.</summary>
    public const string DistrictScope = "district";
}
