-- Who can sign in. An account is a sign-in address and a member's id; what the person is called, only Members knows.

create table accounts (
    id                    uuid primary key,
    member_id             uuid not null unique,
    email                 text,
    normalized_email      text,
    email_confirmed       boolean not null default true,
    language              text not null,
    state                 text not null,
    state_at              timestamptz not null,
    version               int not null,
    last_signed_in_at     timestamptz,
    user_name             text not null,
    normalized_user_name  text not null unique,
    security_stamp        text not null,
    concurrency_stamp     text not null,
    two_factor_enabled    boolean not null default false,
    lockout_enabled       boolean not null default true,
    lockout_end           timestamptz,
    access_failed_count   int not null default 0
);
comment on column accounts.normalized_email is 'not unique: several people may share one address';
comment on column accounts.version is 'of the member, as of the newest event applied';
comment on column accounts.state_at is 'when the state was told; events come in any order';
create index accounts_email on accounts (normalized_email);

create table account_tokens (
    account_id     uuid not null references accounts on delete cascade,
    login_provider text not null,
    name           text not null,
    value          text,
    primary key (account_id, login_provider, name)
);
comment on table account_tokens is 'the authenticator''s key and recovery codes, encrypted with the data-protection keys';

create table account_passkeys (
    credential_id bytea primary key,
    account_id    uuid not null references accounts on delete cascade,
    data          jsonb not null
);
create index account_passkeys_account on account_passkeys (account_id);

create table assignments (
    assignment_id  uuid primary key,
    member_id      uuid not null,
    version        int not null,
    kind           text,
    association_id uuid,
    starts_on      date,
    until_on       date,
    ended_on       date,
    grants         jsonb not null
);
comment on table assignments is 'the rights that come with each assignment, by the newest event about it';
create index assignments_member on assignments (member_id);
