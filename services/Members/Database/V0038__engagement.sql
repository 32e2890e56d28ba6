-- That somebody came to something, as Events or another service tells it; nothing of what was done there.
create table attendances (
    person_id   uuid not null references people on delete cascade,
    occasion_id uuid not null,
    came_on     date not null,
    came        boolean not null,
    version     int not null,
    primary key (person_id, occasion_id)
);
comment on table attendances is 'facts of the engagement ladder and of who has been heard from';
comment on column attendances.came is 'false: a slip that was taken back; the row stays so that an older message cannot bring it again';
create index attendances_day on attendances (came_on);

insert into person_data (table_name, column_name, kind, role, found_by, left_out, on_erasure, place) values
    ('attendances', 'person_id', 'activity', 'about', null, '{version}', 'delete', 100);

-- Cases that somebody opens for many at once, from the list of those who have not been heard from: taken back together, within an hour.
create table care_openings (
    id        uuid primary key,
    by_id     uuid references people on delete set null,
    opened_at timestamptz not null
);
create index care_openings_by on care_openings (by_id);
alter table care_cases add column opening_id uuid references care_openings on delete set null;
comment on column care_cases.opening_id is 'null: opened alone, or it is too late to take it back with the others';
create index care_cases_opening on care_cases (opening_id) where opening_id is not null;

insert into person_data (table_name, column_name, kind, role, found_by, left_out, on_erasure, place) values
    ('care_openings', 'by_id', 'deeds', 'by', null, '{}', 'unlink', 100);
