-- Who has lost everything gets a new start from two administrators: one asks, another decides.

create table factor_resets (
    id           uuid primary key,
    account_id   uuid not null references accounts on delete cascade,
    reason       text not null,
    requested_by uuid not null references accounts on delete cascade,
    requested_at timestamptz not null,
    expires_at   timestamptz not null,
    decided_by   uuid references accounts on delete set null,
    decided_at   timestamptz,
    outcome      text
);
comment on table factor_resets is 'instants by the platform''s clock';
comment on column factor_resets.outcome is 'approved or declined; null while nobody has decided';
create index factor_resets_account on factor_resets (account_id);
create index factor_resets_requested on factor_resets (requested_at);

create index sign_in_people on accounts (normalized_email text_pattern_ops);
