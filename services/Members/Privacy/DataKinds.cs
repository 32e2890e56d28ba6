namespace VpVarmland.Members.Privacy;

/// <summary>A text in the platform's two languages.</summary>
internal sealed record InBoth(string Sv, string En)
{
    internal string In(string language) => language == Language.English ? En : Sv;
}

/// <summary>
/// What is held about people, in words: what it is, what it is for, on which basis, and for how long. The same words stand on the person's own page, in the copy and in docs/privacy.md.
/// </summary>
/// <param name="Services">Which services hold it, by the name of their queue.</param>
internal sealed record DataKind(PersonDataKind Kind, string[] Services, InBoth Name, InBoth What, InBoth Purpose, InBoth Basis, InBoth Kept)
{
    private static readonly InBoth Member = new(
        "Vårt berättigade intresse som förening, och dataskyddsförordningen art. 9.2 d: ett parti får behandla uppgifter om medlemmar, tidigare medlemmar och dem det har regelbunden kontakt med.",
        "Our legitimate interest as an association, and GDPR art. 9(2)(d): a party may process data about members, former members and those it is in regular contact with.");
    private static readonly InBoth Law = new("Rättslig skyldighet: bokföringslagen 7 kap. 2 §.", "Legal obligation: the Swedish bookkeeping act, chapter 7 section 2.");
    private static readonly InBoth Duty = new("Rättslig skyldighet: dataskyddsförordningen art. 5.2, 15–21 och 32.", "Legal obligation: GDPR art. 5(2), 15–21 and 32.");
    private static readonly InBoth WithRegister = new(
        "Så länge du är medlem, och därefter tills tiden för tidigare medlemmar har gått.", "As long as you are a member, and then until the time for former members has passed.");

    internal static readonly IReadOnlyList<DataKind> All =
    [
        new(PersonDataKind.Identity, ["members", "communications"], new("Namn och kontaktuppgifter", "Name and contact details"),
            new("Namn, e-post, telefon, postnummer, kommun, kön som du själv har angett, födelseår, språk.", "Name, e-mail, phone, postal code, municipality, gender as you have stated it, year of birth, language."),
            new("Att veta vilka som är medlemmar och nå dem.", "To know who the members are and to reach them."), Member, WithRegister),
        new(PersonDataKind.PersonalNumber, ["members"], new("Personnummer", "Personnummer"), new("Ditt personnummer, krypterat. Frivilligt.", "Your personnummer, encrypted. Optional."),
            new("Att redovisa studiecirklar till studieförbundet och skilja personer med samma namn åt.", "To report study circles to the study association, and to tell people of the same name apart."),
            new("Ditt samtycke (art. 6.1 a), och att identifieringen måste vara säker (dataskyddslagen 3 kap. 10 §).", "Your consent (art. 6(1)(a)), and the need for certain identification (Swedish data protection act, chapter 3 section 10)."),
            new("Tills du tar bort det; senast när medlemskapet upphör.", "Until you remove it; at the latest when membership ends.")),
        new(PersonDataKind.Application, ["members"], new("Ansökan", "Application"), new("Det du skrev när du ansökte om medlemskap.", "What you wrote when you applied."),
            new("Att bekräfta adressen och ta emot ansökan.", "To confirm the address and receive the application."), new("Din begäran (art. 6.1 b) och ditt samtycke (art. 9.2 a).", "Your request (art. 6(1)(b)) and your consent (art. 9(2)(a))."),
            new("Två veckor.", "Two weeks.")),
        new(PersonDataKind.Membership, ["members"], new("Medlemskap", "Membership"), new("Partiförening, datum, avgifter, flyttar, överlämning till det centrala registret.", "Association, dates, fees, moves, hand-over to the central register."),
            new("Att sköta medlemskapet enligt stadgarna.", "To manage the membership by the statutes."), Member, WithRegister),
        new(PersonDataKind.Assignments, ["members", "gateway", "communications"], new("Uppdrag", "Assignments"), new("Förtroendeuppdrag som du har eller har haft, rättigheterna som följer med, och din publika profil om du har en.", "Assignments you hold or have held, the rights that follow, and your public profile if you have one."),
            new("Att organisera arbetet och styra behörigheter.", "To organise the work and control access."), Member, WithRegister),
        new(PersonDataKind.Care, ["members"], new("Medlemsvård", "Member care"), new("Ärenden om kontakt med dig, vad som sades och hur det gick.", "Cases about contact with you, what was said and what came of it."),
            new("Att välkomna nya medlemmar och hålla kontakten.", "To welcome new members and keep in touch."), Member, new("En tid efter att ärendet har stängts, enligt gallringstabellen.", "Some time after the case is closed, by the retention table.")),
        new(PersonDataKind.Activity, ["members"], new("Intressen och hjälp", "Interests and help"), new("Vad du är bra på och gillar, när du har tid, vad du har tillfrågats om och svarat, och vad du har kommit till.", "What you are good at and like, when you have time, what you were asked and answered, and what you came to."),
            new("Att fråga rätt person och inte för ofta, se hur engagemanget växer och märka om vi inte har hörts.", "To ask the right person and not too often, to see how engagement grows, and to notice that we have not been in touch."), Member, new("Förfrågningar och närvaro en tid enligt gallringstabellen; resten så länge du är medlem.", "Asks and attendance for some time by the retention table; the rest as long as you are a member.")),
        new(PersonDataKind.Economy, ["members"], new("Utlägg", "Claims"), new("Utlägg du har begärt ersättning för, kvitton, och det kontonummer du angav (krypterat).", "Claims you have made, receipts, and the account you gave (encrypted)."),
            new("Att betala tillbaka och bokföra.", "To pay back and keep the books."), Law, new("Det som är bokfört i sju år efter räkenskapsårets slut. Utkast och avslag tas bort tidigare.", "What is booked for seven years after the financial year. Drafts and refusals go earlier.")),
        new(PersonDataKind.Board, ["members"], new("Styrelsemöten", "Board meetings"), new("Att du har kallats, varit närvarande och justerat protokoll.", "That you were called, attended and adjusted minutes."),
            new("Att föra protokoll.", "To keep minutes."), Member, WithRegister),
        new(PersonDataKind.Imports, ["members"], new("Från det centrala registret", "From the central register"), new("Rader om dig i filer från partiets centrala register, och skillnader mot vårt.", "Rows about you in files from the party's central register, and what differs from ours."),
            new("Att hålla registren lika.", "To keep the registers alike."), Member, new("Filens rader några dagar; skillnaderna enligt gallringstabellen.", "The file's rows for some days; differences by the retention table.")),
        new(PersonDataKind.Duplicates, ["members"], new("Sammanslagna poster", "Merged entries"), new("Att två poster om dig har blivit en, eller att två liknande har sagts vara olika personer.", "That two entries about you became one, or that two alike were told apart."),
            new("Att samma person inte står två gånger.", "So that nobody is there twice."), Member, new("Trettio dagar; att två är olika så länge båda finns.", "Thirty days; that two differ as long as both are there.")),
        new(PersonDataKind.Reads, ["members"], new("Vem som har läst", "Who has read"), new("När någon i ett uppdrag har läst dina uppgifter, och varför.", "When somebody in an assignment has read your data, and why."),
            new("Att du ska kunna se det och att missbruk ska synas.", "So that you can see it, and misuse shows."), Duty, new("En tid enligt gallringstabellen.", "Some time, by the retention table.")),
        new(PersonDataKind.Requests, ["members"], new("Begäran och samtycken", "Requests and consents"), new("Det du har begärt om dina uppgifter och vad vi svarade, invändningar och samtycken.", "What you asked about your data and what we answered, objections and consents."),
            new("Att kunna visa att dina rättigheter har följts.", "To be able to show that your rights were followed."), Duty, new("En tid efter svaret enligt gallringstabellen. Att någon har raderats sparas utan namn.", "Some time after the answer, by the retention table. That somebody was erased is kept without a name.")),
        new(PersonDataKind.Lists, ["members"], new("Sparade listor", "Saved lists"), new("Frågor mot registret som du har sparat.", "Questions to the register that you have saved."), new("Att du ska slippa ställa dem igen.", "So that you need not ask again."), Member, new("Tills du tar bort dem.", "Until you remove them.")),
        new(PersonDataKind.Account, ["gateway"], new("Konto och inloggning", "Account and sign-in"), new("E-postadress, inloggningar, vilken sorts webbläsare, andra faktorer (hemligheterna krypterade).", "E-mail address, sessions, kind of browser, second factors (their secrets encrypted)."),
            new("Att bara du ska komma in på ditt konto.", "So that nobody but you gets into your account."), Duty, new("Så länge du har konto; inloggningar upphör av sig själva.", "As long as you have an account; sessions end by themselves.")),
        new(PersonDataKind.Mail, ["communications"], new("Mejl till dig", "Mail to you"), new("Att ett mejl har skickats till dig, med adress och ämne tills det har gått iväg.", "That a mail was sent to you, with address, and subject until it has left."),
            new("Att mejlet kommer fram, en gång.", "So that the mail arrives, once."), Member, new("Innehållet tills det har skickats, att det har skickats i 90 dagar.", "The content until it is sent; that it was sent for 90 days.")),
        new(PersonDataKind.Deeds, ["members", "gateway"], new("Det du har gjort i uppdrag", "What you have done in assignments"), new("Att det var du som antecknade, beslutade eller läste.", "That it was you who noted, decided or read."),
            new("Att arbetet ska gå att följa.", "So that work can be followed."), Member, new("Så länge det du gjorde finns kvar; vid radering kopplas du bort.", "As long as what you did is there; erasure unlinks you.")),
        new(PersonDataKind.Changes, ["members", "communications", "events", "elections", "gateway"], new("Ändringar", "Changes"), new("När dina uppgifter har ändrats, vad som gjordes och skälet.", "When your data was changed, what was done and why."),
            new("Att kunna visa vem som gjorde vad.", "To be able to show who did what."), Duty, new("Innehållet en tid enligt gallringstabellen, därefter bara en kedja av kontrollsummor.", "The content for some time, by the retention table; then only a chain of checksums.")),
    ];
}
