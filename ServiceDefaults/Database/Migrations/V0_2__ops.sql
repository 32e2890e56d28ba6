-- For those who run the platform: what became of a message, how a job fares, and state that is sent again.

alter table inbox_retry add column dropped_at timestamptz, add column note text;
comment on column inbox_retry.dropped_at is 'when a person decided that it shall never be applied; kept a while, so that they can change their mind';

-- outcome is no longer written; the previous release still does, so it goes a release later.
alter table jobs add column failures int not null default 0, add column fault text, add column faulted_at timestamptz;
comment on column jobs.last_run_at is 'the last run that succeeded';
comment on column jobs.failures is 'runs that failed since then';
comment on column jobs.fault is 'what the last failure was, never its data';

create table resends (
    kind     text primary key,
    asked_at timestamptz not null,
    floor    int not null,
    through  uuid not null,
    sent     int,
    done_at  timestamptz
);
comment on table resends is 'state that this service owns and was asked to send again (decision 0107)';
