-- People at an external OpenID Connect provider, by its name for them.

create table external_logins (
    issuer     text not null,
    subject    text not null,
    account_id uuid not null references accounts on delete cascade,
    linked_at  timestamptz not null,
    primary key (issuer, subject)
);
create index external_logins_account on external_logins (account_id);
