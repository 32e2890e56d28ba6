namespace VpVarmland.Members.Memberships;

internal static class MembershipFailures
{
    internal static readonly Failure PaidInFuture = Failure.Bad("membership.paid_in_future",
        "Betalningsdagen kan inte ligga i framtiden.", "The payment cannot lie in the future.");

    internal static readonly Failure PaidBeforeApplied = Failure.Bad("membership.paid_before_applied",
        "Betalningsdagen kan inte ligga mer än ett år före ansökan.", "The payment cannot lie more than a year before the application.");

    internal static readonly Failure AlreadyPaid = Failure.Conflict("membership.already_paid",
        "Avgiften är redan noterad.", "The fee has already been noted.");

    internal static readonly Failure NothingToUndo = Failure.Conflict("membership.nothing_to_undo",
        "Det finns ingen betalning att ångra, eller så har medlemskapet redan börjat gälla.", "There is no payment to undo, or membership has already taken effect.");

    internal static readonly Failure NotApplicant = Failure.Conflict("membership.not_applicant",
        "Bara en ansökan som väntar kan avslås. Efter betalning heter det återkallelse.", "Only a waiting application can be refused; after payment it is revoked.");

    internal static readonly Failure NotRevocable = Failure.Conflict("membership.not_revocable",
        "Medlemskapet kan återkallas bara inom 90 dagar från betalningen (stadgarna §5).", "Membership can be revoked only within 90 days of payment (statutes §5).");

    internal static readonly Failure NothingToAppeal = Failure.Conflict("membership.nothing_to_appeal",
        "Bara ett avslag eller en återkallelse kan överklagas, och en gång.", "Only a refusal or a revocation can be appealed, and once.");

    internal static readonly Failure Ended = Failure.Conflict("membership.ended",
        "Medlemskapet är redan avslutat.", "The membership has already ended.");

    internal static readonly Failure DistrictExcludes = new("membership.district_excludes", StatusCodes.Status403Forbidden,
        "Uteslutning beslutas av partiet och noteras av distriktet.", "Exclusion is the party's decision and is recorded by the district.");

    internal static readonly Failure UnlikelyEnd = Failure.Bad("membership.unlikely_end",
        "Sista dagen kan inte ligga i framtiden eller före ansökan.", "The last day lies neither in the future nor before the application.");

    internal static readonly Failure NoEndingToUndo = Failure.Conflict("membership.no_ending_to_undo",
        "Ett noterat avslut kan ångras i trettio dagar; styrelsens beslut överklagas i stället.", "A noted ending can be taken back for thirty days; decisions of the board are appealed instead.");

    internal static readonly Failure NotYetPaid = Failure.Conflict("membership.not_yet_paid",
        "Den första avgiften noteras som betalning av ansökan.", "The first fee is noted as payment of the application.");

    internal static readonly Failure UnlikelyYear = Failure.Bad("membership.unlikely_year",
        "Avgiftsåret stämmer inte med dagen: ett år betalas från juli året innan till utgången av året efter.", "The year does not fit the day: a year's fee is paid from July of the year before until the end of the year after.");

    internal static readonly Failure NoSuchYear = Failure.Missing("membership.no_such_year",
        "Årets avgift är inte noterad här.", "That year's fee is not noted here.");
}
