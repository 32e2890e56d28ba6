-- Personnummer: optional, sealed with a key that is not in the database, shown masked, and read only for a reason.

create table personal_numbers (
    id        uuid primary key,
    person_id uuid not null unique references people on delete cascade,
    sealed    bytea not null,
    key_id    text not null,
    hash      bytea not null,
    shown     text not null,
    by_desk   boolean not null,
    given_at  timestamptz not null
);
comment on column personal_numbers.sealed is 'the twelve digits, encrypted and bound to this row';
comment on column personal_numbers.key_id is 'with which key; a job seals anew what is not sealed with the newest';
comment on column personal_numbers.hash is 'keyed, so that equals are found and nobody can try all numbers';
comment on column personal_numbers.shown is 'the day of birth, and dots';
-- What the desk has noted is one person's. What people write themselves is not refused for being another's: the refusal would tell who is a member.
create unique index personal_numbers_one on personal_numbers (hash) where by_desk;
create index personal_numbers_hash on personal_numbers (hash);

alter table read_log drop constraint read_log_what_check;
alter table read_log add constraint read_log_what_check check (what in ('list', 'details', 'case', 'export', 'personalNumber'));

insert into assignment_permissions (kind, permission) values ('ombudsman', 'personnummer:read');
update assignments set rights_told = false where ended_on is null and kind = 'ombudsman';

insert into person_data (table_name, column_name, kind, role, left_out, on_erasure) values ('personal_numbers', 'person_id', 'personalNumber', 'about', '{sealed,hash,key_id}', 'delete');
