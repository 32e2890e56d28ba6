-- What every service's database has: messages on their way out, messages seen, the audit record, and answers given once.

create table outbox (
    id           bigint generated always as identity primary key,
    event_id     uuid not null unique,
    type         text not null,
    body         jsonb not null,
    trace_parent text,
    created_at   timestamptz not null,
    attempts     int not null default 0,
    next_at      timestamptz not null
);
create index outbox_next on outbox (next_at, id);

create table subscribers (
    name text primary key
);
comment on table subscribers is 'services whose queue has been seen ready on the broker: nothing is published before all are';

create table inbox (
    event_id uuid not null,
    consumer text not null,
    seen_at  timestamptz not null,
    primary key (event_id, consumer)
);
create index inbox_seen on inbox (seen_at);

create table inbox_retry (
    event_id   uuid not null,
    consumer   text not null,
    type       text not null,
    body       jsonb not null,
    reason     text not null,
    attempts   int not null,
    next_at    timestamptz,
    set_aside_at timestamptz,
    first_at   timestamptz not null,
    primary key (event_id, consumer)
);
comment on column inbox_retry.next_at is 'null once the message is set aside: then a person decides';
create index inbox_retry_next on inbox_retry (next_at) where next_at is not null;

create table audit (
    id            bigint generated always as identity primary key,
    at            timestamptz not null,
    actor         text not null,
    action        text not null,
    subject       uuid not null,
    reason        text,
    content       jsonb,
    salt          bytea not null,
    previous_hash bytea not null,
    hash          bytea not null
);
comment on column audit.hash is 'sha256 over previous_hash, at, actor, action, subject and sha256(salt, content): content and salt can be erased while the chain stays whole';
create index audit_subject on audit (subject, id);

create table idempotency (
    caller       text not null,
    key          text not null,
    request_hash bytea not null,
    status       int,
    location     text,
    body         json,
    created_at   timestamptz not null,
    primary key (caller, key)
);
create index idempotency_created on idempotency (created_at);

create table jobs (
    name        text primary key,
    last_run_at timestamptz,
    next_run_at timestamptz not null,
    outcome     text
);

create table platform_clock (
    only_row boolean primary key default true check (only_row),
    ahead    interval not null
);
comment on table platform_clock is 'Development only: how far the platform''s clock runs ahead of the machine''s';
