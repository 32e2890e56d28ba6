-- A partner's client has up to two live secrets, so that one can be changed for the other without a moment without.

alter table partner_clients
    add column uid uuid not null default gen_random_uuid() unique,
    add column contact text,
    add column calls_per_minute int,
    alter column secret_hash drop not null;
comment on column partner_clients.uid is 'what the audit record calls the client';
comment on column partner_clients.secret_hash is 'of the release before partner_secrets; no longer read';

create table partner_secrets (
    id           uuid primary key,
    client_id    text not null references partner_clients on delete cascade,
    secret_hash  bytea not null unique,
    created_at   timestamptz not null,
    ends_at      timestamptz,
    last_used_at timestamptz
);
comment on table partner_secrets is 'instants by the machine''s clock; a revoked secret has no row';
create index partner_secrets_client on partner_secrets (client_id);

insert into partner_secrets (id, client_id, secret_hash, created_at)
select gen_random_uuid(), id, secret_hash, created_at from partner_clients where secret_hash is not null;
