-- What a person needs to recognise a session of theirs by, and no more: kind of browser and system, never the address or the whole user agent.

alter table sessions
    add column id uuid not null default gen_random_uuid() unique,
    add column browser text not null default 'other',
    add column system text not null default 'other';
comment on column sessions.seen_at is 'to the hour';
