-- For how long each kind of data is kept, and what the nights have taken. Nothing goes before somebody in the district has seen the report and started it.

create table retention_settings (
    only_row   boolean primary key default true check (only_row),
    started_at timestamptz,
    version    int not null default 1
);
insert into retention_settings default values;

create table retention_periods (
    rule    text primary key,
    months  int not null check (months between 1 and 120),
    version int not null default 1
);
comment on table retention_periods is 'only what the district has changed; the rest is the rule''s own';

create table retention_runs (
    id     bigint generated always as identity primary key,
    at     timestamptz not null,
    counts jsonb not null
);
comment on column retention_runs.counts is 'how many rows each rule took; never whose';

-- What is left of a membership whose person is gone: months, no person. The figures of how the district has grown stand on it.
create table past_memberships (
    association_id uuid not null references associations,
    effective_on   date not null,
    ended_on       date not null,
    check (extract(day from effective_on) = 1 and extract(day from ended_on) = 1)
);
create view counted_memberships as
    select association_id, state, effective_on, ended_on from memberships
    union all select association_id, null, effective_on, ended_on from past_memberships;

-- Taken note of before a person goes.
create function keep_past_membership(person uuid, today date) returns void language sql as $$
    insert into past_memberships (association_id, effective_on, ended_on)
    select association_id, date_trunc('month', effective_on)::date, date_trunc('month', greatest(coalesce(ended_on, today), effective_on))::date
    from memberships where person_id = person and effective_on <= today and (ended_on is null or ended_on >= effective_on)
$$;

-- Whoever is no member is contacted, and kept beyond the usual time, only by their own explicit consent (GDPR art. 9.2 a).
create table consents (
    id           uuid primary key,
    person_id    uuid not null references people on delete cascade,
    text_version int not null,
    how          text not null check (how in ('signedIn', 'paper', 'phone', 'meeting')),
    given_at     timestamptz not null,
    withdrawn_at timestamptz
);
comment on column consents.text_version is 'of the words that were agreed to (Consents.Texts)';
create unique index consents_one on consents (person_id) where withdrawn_at is null;
insert into person_data (table_name, column_name, kind, role, on_erasure) values ('consents', 'person_id', 'requests', 'about', 'delete');

-- A receipt's file is nobody else's: it goes with the receipt, whatever takes that away.
create function file_goes_with_receipt() returns trigger language plpgsql as $$ begin delete from stored_files where id = old.file_id; return null; end $$;
create trigger file_goes_with_receipt after delete on claim_receipts for each row execute function file_goes_with_receipt();
delete from person_data where table_name = 'stored_files' and column_name = 'content';
