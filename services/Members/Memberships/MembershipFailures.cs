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
}
