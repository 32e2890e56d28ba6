namespace VpVarmland.Members.Associations;

/// <summary>Changes an association's name, municipality, number and contact ways; says nothing when nothing changed.</summary>
internal static class EditAssociation
{
    internal sealed record Request : AssociationData;

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/associations/{id:guid}", Handle)
        .RequirePermission(Permission.ManageAssociations)
        .WithSummary("Edit an association");

    private static async Task<Results<Ok<AssociationProfile>, ProblemHttpResult>> Handle(
        Guid id, Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var (before, failure) = await AssociationChange.BeginAsync(work, id, caller.Reach(Permission.ManageAssociations), http, cancel);
        if (before is null)
            return failure!.ToProblem(http);
        if (before.IsDistrict && request.StoredMunicipality is not null)
            return AssociationFailures.District.ToProblem(http);
        if (await AssociationChange.CheckAsync(work, id, request.StoredName, request.StoredMunicipality, before.State != "dormant", cancel) is { } clash)
            return clash.ToProblem(http);
        var changed = await EditContact.StoreAsync(work, id, request, cancel) + await work.ExecuteAsync(
            """
            update associations set name = @StoredName, municipality_code = @StoredMunicipality, organisation_number = @StoredOrganisationNumber, version = version + 1
            where id = @id and (name, municipality_code, organisation_number) is distinct from (@StoredName, @StoredMunicipality, @StoredOrganisationNumber)
            """, new { id, request.StoredName, request.StoredMunicipality, request.StoredOrganisationNumber }, cancel);
        if (changed > 0)
            work.Record("association.edited", id, content: request);
        if (before.Name != request.StoredName || before.MunicipalityCode != request.StoredMunicipality)
            await AssociationChange.PublishAsync(work, [id], cancel);
        return await AssociationChange.AnswerAsync(work, id, http, cancel);
    }
}

/// <summary>Changes how an association is reached: by its own chair or deputy, or by the district.</summary>
internal static class EditContact
{
    internal sealed record Request : ContactWays;

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/associations/{id:guid}/contact", Handle)
        .RequirePermission(Permission.EditAssociation)
        .WithSummary("Edit an association's contact ways");

    private static async Task<Results<Ok<AssociationProfile>, ProblemHttpResult>> Handle(
        Guid id, Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var (before, failure) = await AssociationChange.BeginAsync(work, id, caller.Reach(Permission.EditAssociation), http, cancel);
        if (before is null)
            return failure!.ToProblem(http);
        if (await StoreAsync(work, id, request, cancel) > 0)
            work.Record("association.contact_edited", id, content: request);
        return await AssociationChange.AnswerAsync(work, id, http, cancel);
    }

    /// <summary>Stores the contact ways and raises the version; 0 when nothing changed.</summary>
    internal static Task<int> StoreAsync(UnitOfWork work, Guid id, ContactWays ways, CancellationToken cancel)
    {
        var stored = ways.Stored();
        return work.ExecuteAsync(
            """
            update associations set address = @Address, postal_code = @PostalCode, town = @Town, email = @Email, phone = @Phone, web = @Web, giro = @Giro, meeting_place = @MeetingPlace, version = version + 1
            where id = @id and (address, postal_code, town, email, phone, web, giro, meeting_place) is distinct from (@Address, @PostalCode, @Town, @Email, @Phone, @Web, @Giro, @MeetingPlace)
            """, new { id, stored.Address, stored.PostalCode, stored.Town, stored.Email, stored.Phone, stored.Web, stored.Giro, stored.MeetingPlace }, cancel);
    }
}
