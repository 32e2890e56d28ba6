-- The district's economy: budget, claims, grants, costs and the vouchers they become. Amounts are whole öre.

-- What somebody has handed in: receipts and papers. The content is in the database, so that a backup has it and a rollback forgets it.
create table stored_files (
    id          uuid primary key,
    name        text not null,
    media_type  text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'image/heic')),
    content     bytea not null,
    sha256      bytea not null,
    stored_at   timestamptz not null
);
comment on column stored_files.media_type is 'as the content says, not as the name does';
alter table stored_files alter column content set storage external;

create table cost_centres (
    code     text primary key check (code ~ '^[0-9A-Z]{1,6}$'),
    name     text collate "sv-SE-x-icu" not null,
    is_ended boolean not null default false,
    version  int not null default 1
);
insert into cost_centres (code, name) values
    ('100', 'Distriktet'), ('200', 'Evenemang'), ('300', 'Kampanjer'), ('400', 'Studier'), ('500', 'Bidrag till föreningar'), ('600', 'Feministiskt arbete');

-- A small chart with the usual numbers of BAS; the district edits it to what its accountant uses.
create table ledger_accounts (
    number   int primary key check (number between 1000 and 9999),
    name     text collate "sv-SE-x-icu" not null,
    is_ended boolean not null default false,
    version  int not null default 1
);
insert into ledger_accounts (number, name) values
    (1930, 'Bankkonto'), (3890, 'Medlemsavgifter'), (3985, 'Erhållna bidrag'), (3990, 'Övriga intäkter'), (4000, 'Möten och arrangemang'), (4600, 'Bidrag till föreningar'),
    (5010, 'Lokalhyra'), (5410, 'Förbrukningsinventarier'), (5800, 'Resekostnader'), (5910, 'Annonser och kampanjmaterial'), (6110, 'Kontorsmaterial'), (6250, 'Porto'), (6800, 'Studier och kurser'), (7331, 'Bilersättning, skattefri');

create table economy_settings (
    only_row        boolean primary key default true check (only_row),
    bank_account    int not null references ledger_accounts,
    mileage_account int not null references ledger_accounts,
    grant_account   int not null references ledger_accounts,
    grant_centre    text not null references cost_centres,
    version         int not null default 1
);
insert into economy_settings (bank_account, mileage_account, grant_account, grant_centre) values (1930, 7331, 4600, '500');

create table mileage_rates (
    from_date  date primary key,
    ore_per_km int not null check (ore_per_km between 0 and 10000)
);
comment on table mileage_rates is 'the tax authority''s tax-free rate for an own car, from a day on; 25 kr for ten km since 2023, to be checked by the treasurer each year';
insert into mileage_rates (from_date, ore_per_km) values ('2023-01-01', 250);

-- Up to what amount an assignment may approve; one that is not here may approve any.
create table approval_limits (
    kind     text primary key references assignment_kinds,
    most_ore bigint not null check (most_ore > 0)
);
insert into approval_limits (kind, most_ore) values ('ombudsman', 1000000);

create table budgets (
    year       int primary key check (year between 2000 and 2100),
    adopted_on date,
    version    int not null default 1
);
create table budget_lines (
    year        int not null references budgets,
    cost_centre text not null references cost_centres,
    account     int not null references ledger_accounts,
    amount      bigint not null check (amount > 0),
    primary key (year, cost_centre, account)
);
create table budget_revisions (
    year     int not null references budgets,
    number   int not null,
    at       timestamptz not null,
    by_id    uuid references people on delete set null,
    reason   text not null,
    lines    jsonb not null,
    primary key (year, number)
);
comment on table budget_revisions is 'the budget as it was adopted, and as it was after each later change';

-- Vouchers, in one series a year without gaps: the number is taken in the transaction that writes the voucher.
create table voucher_series (
    year int primary key,
    last int not null
);
create table vouchers (
    year       int not null,
    number     int not null,
    on_date    date not null,
    text       text not null,
    source     text not null check (source in ('claim', 'grant', 'cost')),
    source_id  uuid not null,
    made_at    timestamptz not null,
    keep_until date not null,
    primary key (year, number)
);
comment on column vouchers.keep_until is 'the end of the seventh year after the year of the books (bookkeeping act 7:2)';
create index vouchers_source on vouchers (source, source_id);
create table voucher_rows (
    year        int not null,
    number      int not null,
    place       int not null,
    account     int not null references ledger_accounts,
    cost_centre text references cost_centres,
    amount      bigint not null check (amount <> 0),
    text        text,
    primary key (year, number, place),
    foreign key (year, number) references vouchers
);
comment on column voucher_rows.amount is 'debit above zero, credit below; a voucher sums to zero';

-- Nobody, not even by a slip in our own code, changes what has been booked.
create function vouchers_stand() returns trigger language plpgsql as $$ begin raise exception 'a voucher is never changed: make a correcting one'; end $$;
create trigger vouchers_stand before update or delete on vouchers for each row execute function vouchers_stand();
create trigger voucher_rows_stand before update or delete on voucher_rows for each row execute function vouchers_stand();
create function voucher_balances() returns trigger language plpgsql as $$ begin
    if (select sum(amount) from voucher_rows where year = new.year and number = new.number) is distinct from 0 then raise exception 'a voucher sums to zero'; end if;
    return null; end $$;
create constraint trigger voucher_balances after insert on voucher_rows deferrable initially deferred for each row execute function voucher_balances();

create table claims (
    id             uuid primary key,
    claimant_id    uuid not null,
    claimant_name  text not null,
    purpose        text not null,
    cost_centre    text not null references cost_centres,
    state          text not null check (state in ('draft', 'submitted', 'approved', 'refused', 'paid')),
    total          bigint not null default 0,
    pay_to         bytea,
    pay_to_shown   text,
    answer         text,
    created_at     timestamptz not null,
    submitted_at   timestamptz,
    decided_at     timestamptz,
    version        int not null default 1,
    unique (id, claimant_id),
    check (state = 'draft' or (submitted_at is not null and pay_to is not null and total > 0))
);
comment on column claims.claimant_id is 'no foreign key: what is booked stands for seven years, also where the person has left the register';
comment on column claims.pay_to is 'the account to pay to, encrypted';
comment on column claims.pay_to_shown is 'the account with all but its last figures hidden';
comment on column claims.answer is 'why it was refused or sent back';
create index claims_own on claims (claimant_id, id desc);
create index claims_state on claims (state, submitted_at, id);

create table claim_lines (
    claim_id   uuid not null references claims on delete cascade,
    place      int not null,
    kind       text not null check (kind in ('expense', 'mileage')),
    on_date    date not null,
    text       text not null,
    account    int not null references ledger_accounts,
    amount     bigint not null check (amount > 0),
    from_place text,
    to_place   text,
    hectometres int,
    ore_per_km int,
    primary key (claim_id, place),
    check (kind = 'expense' or (from_place is not null and to_place is not null and hectometres > 0 and ore_per_km is not null))
);
comment on column claim_lines.hectometres is 'tenths of a kilometre';

create table claim_receipts (
    claim_id uuid not null references claims on delete cascade,
    file_id  uuid not null references stored_files,
    primary key (claim_id, file_id)
);

-- Two others approve: the first and the second, neither of them the claimant, and never the same.
create table claim_approvals (
    claim_id    uuid not null,
    claimant_id uuid not null,
    approver_id uuid not null,
    position    smallint not null check (position in (1, 2)),
    at          timestamptz not null,
    primary key (claim_id, position),
    unique (claim_id, approver_id),
    foreign key (claim_id, claimant_id) references claims (id, claimant_id) on delete cascade,
    check (approver_id <> claimant_id)
);

create table grants (
    id             uuid primary key,
    association_id uuid not null references associations,
    purpose        text not null,
    applied        bigint check (applied > 0),
    applied_at     timestamptz,
    applied_by     uuid references people on delete set null,
    decided        bigint check (decided > 0),
    decided_at     timestamptz,
    decided_by     uuid references people on delete set null,
    answer         text,
    cost_centre    text not null references cost_centres,
    account        int not null references ledger_accounts,
    state          text not null check (state in ('applied', 'granted', 'refused', 'paid', 'reported')),
    report_due     date,
    report         text,
    reported_at    timestamptz,
    version        int not null default 1,
    check (state in ('applied', 'refused') or decided is not null),
    check (decided_by is null or applied_by is null or decided_by <> applied_by)
);
create index grants_association on grants (association_id, id desc);
create index grants_state on grants (state, id desc);

create table payment_lists (
    id      uuid primary key,
    made_at timestamptz not null,
    made_by uuid references people on delete set null,
    paid_on date
);

-- A claim is on one list, and is there only with both approvals; a grant is on one list.
create table payments (
    id       uuid primary key,
    list_id  uuid not null references payment_lists on delete cascade,
    claim_id uuid unique references claims,
    grant_id uuid unique references grants,
    first    smallint not null default 1 check (first = 1),
    second   smallint not null default 2 check (second = 2),
    amount   bigint not null check (amount > 0),
    check (num_nonnulls(claim_id, grant_id) = 1),
    foreign key (claim_id, first) references claim_approvals (claim_id, position),
    foreign key (claim_id, second) references claim_approvals (claim_id, position)
);
create index payments_list on payments (list_id);

-- What was paid or received otherwise: an invoice, a fee, the party's contribution. Becomes a voucher at once; a slip is corrected by another.
create table costs (
    id             uuid primary key,
    on_date        date not null,
    text           text not null,
    counterpart    text,
    cost_centre    text not null references cost_centres,
    account        int not null references ledger_accounts,
    amount         bigint not null check (amount > 0),
    is_income      boolean not null,
    reference_kind text check (reference_kind in ('event', 'campaign')),
    reference_id   uuid,
    made_at        timestamptz not null,
    made_by        uuid references people on delete set null,
    reversed_at    timestamptz,
    check ((reference_kind is null) = (reference_id is null))
);
comment on column costs.reference_id is 'the event or campaign that it was for; theirs to give, so no foreign key';
create index costs_order on costs (on_date desc, id desc);
create index costs_reference on costs (reference_kind, reference_id) where reference_id is not null;

insert into assignment_permissions (kind, permission)
select kind, unnest(permissions) from (values
    ('districtTreasurer', array['economy:read', 'economy:approve', 'economy:manage']),
    ('ombudsman', array['economy:read', 'economy:approve', 'economy:manage']),
    ('districtChair', array['economy:read', 'economy:approve']),
    ('districtBoardMember', array['economy:read']),
    ('districtDeputy', array['economy:read']),
    ('chair', array['grants:apply']),
    ('treasurer', array['grants:apply'])) as granted (kind, permissions);
update assignments set rights_told = false where ended_on is null
    and kind in ('districtTreasurer', 'ombudsman', 'districtChair', 'districtBoardMember', 'districtDeputy', 'chair', 'treasurer');
