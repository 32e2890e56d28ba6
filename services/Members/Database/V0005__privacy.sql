-- Who has read about whom: the person sees the reader's assignment and reason, not a volunteer's name.
create table read_log (
    id             bigint generated always as identity primary key,
    at             timestamptz not null,
    person_id      uuid not null references people on delete cascade,
    reader         text not null,
    assignment     text not null,
    association_id uuid references associations,
    what           text not null check (what in ('list', 'details', 'case', 'export')),
    purpose        text
);
create index read_log_person on read_log (person_id, id desc);
create index read_log_reader on read_log (reader, what, at);
