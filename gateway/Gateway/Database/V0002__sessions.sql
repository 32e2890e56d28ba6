-- How people sign in and stay signed in. Secrets are stored as their SHA-256 only: 256 random bits need no salt.

create table sign_in_links (
    token_hash bytea primary key,
    email      text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
comment on table sign_in_links is 'instants by the platform''s clock';
create index sign_in_links_email on sign_in_links (email, created_at);

create table sessions (
    token_hash       bytea primary key,
    account_id       uuid not null references accounts on delete cascade,
    method           text not null,
    created_at       timestamptz not null,
    seen_at          timestamptz not null,
    expires_at       timestamptz not null,
    second_factor_at timestamptz
);
comment on table sessions is 'instants by the machine''s clock: the platform''s may be moved by months';
create index sessions_account on sessions (account_id);
create index sessions_expiry on sessions (expires_at);

create table signing_keys (
    id          text primary key,
    created_at  timestamptz not null,
    public_key  jsonb not null,
    private_key bytea not null
);
comment on column signing_keys.private_key is 'PKCS#8, encrypted with the data-protection keys';

create table data_protection_keys (
    id  bigint generated always as identity primary key,
    xml text not null
);

create table partner_clients (
    id          text primary key,
    name        text not null,
    secret_hash bytea not null,
    scopes      text[] not null,
    created_at  timestamptz not null,
    disabled_at timestamptz
);
