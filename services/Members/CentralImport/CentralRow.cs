namespace VpVarmland.Members.CentralImport;

/// <summary>One person as the central register has them, in the form of our tables. Null: the file says nothing, so ours stands.</summary>
internal sealed record CentralRow(
    int RowNo, string MemberNumber, string GivenName, string FamilyName, string? Email, string? Phone, string? PostalCode, string? MunicipalityCode, Guid? AssociationId,
    string? Gender, int? BirthYear, DateOnly? MemberSince, DateOnly? PaidUntil);
