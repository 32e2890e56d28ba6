create table people (
    id                uuid primary key,
    member_number     text unique,
    given_name        text collate "sv-SE-x-icu" not null,
    family_name       text collate "sv-SE-x-icu" not null,
    email             text,
    phone             text,
    postal_code       text,
    municipality_code text references municipalities,
    gender            text not null check (gender in ('woman', 'man', 'other', 'notStated')),
    birth_year        int,
    language          text not null check (language in ('sv', 'en')),
    help_with         text[] not null default '{}',
    association_id    uuid not null references associations,
    version           int not null default 1,
    created_at        timestamptz not null
);
comment on column people.gender is 'self-stated, never derived';
comment on column people.email is 'lower case; several people may share one';
create index people_email on people (email);
create index people_order on people (family_name, given_name, id);
create index people_association on people (association_id, family_name, given_name, id);

create table memberships (
    id             uuid primary key,
    person_id      uuid not null references people on delete cascade,
    association_id uuid not null references associations,
    state          text not null check (state in ('applicant', 'paid', 'member', 'refused', 'revoked', 'lapsed', 'left')),
    applied_on     date not null,
    paid_on        date,
    effective_on   date,
    confirmed_on   date,
    ended_on       date,
    end_reason     text,
    appealed_on    date,
    message        text,
    check ((ended_on is null) = (state in ('applicant', 'paid', 'member'))),
    check (state not in ('paid', 'member') or (paid_on is not null and effective_on is not null))
);
comment on column memberships.effective_on is 'paid_on + 30 days (statutes §3); a forecast until confirmed_on';
comment on column memberships.confirmed_on is 'when the central register confirmed; null: our own forecast';
comment on column memberships.message is 'what the person wrote when joining';
create unique index memberships_one_open on memberships (person_id) where ended_on is null;
create index memberships_person on memberships (person_id, applied_on desc);
create index memberships_due on memberships (effective_on) where state = 'paid';
create index memberships_association on memberships (association_id, state);

-- An application on the web until its e-mail address is confirmed. Gone after two weeks, confirmed or not.
create table applications (
    id                uuid primary key,
    token_hash        bytea not null unique,
    given_name        text not null,
    family_name       text not null,
    email             text not null,
    phone             text,
    postal_code       text,
    municipality_code text references municipalities,
    gender            text not null,
    birth_year        int,
    help_with         text[] not null,
    message           text,
    language          text not null,
    created_at        timestamptz not null,
    expires_at        timestamptz not null,
    confirmed_at      timestamptz,
    association_name  text
);
create unique index applications_one_waiting on applications (email, lower(given_name), lower(family_name)) where confirmed_at is null;
create index applications_created on applications (created_at);

-- A join here becomes a membership only in the party's central register: what is to be sent there, sent, and confirmed by it.
create table hand_overs (
    id            uuid primary key,
    membership_id uuid not null unique references memberships on delete cascade,
    state         text not null check (state in ('toSend', 'sent', 'confirmed')),
    created_at    timestamptz not null,
    sent_at       timestamptz,
    confirmed_at  timestamptz
);
create index hand_overs_state on hand_overs (state, created_at, id);

-- What associations must tell the district board (statutes §§6–7).
create table board_reports (
    id             uuid primary key,
    kind           text not null check (kind in ('refusal', 'revocation', 'appeal')),
    person_id      uuid not null references people on delete cascade,
    association_id uuid not null references associations,
    reason         text not null,
    reported_at    timestamptz not null,
    seen_at        timestamptz,
    note           text
);
create index board_reports_order on board_reports (reported_at desc, id);
