-- Assignments in depth: who takes over and when, what is handed over, and which assignment an exit conversation is about.

create table assignment_successions (
    assignment_id  uuid primary key references assignments on delete cascade,
    successor_id   uuid not null unique references assignments on delete cascade,
    was_open_ended boolean not null,
    named_at       timestamptz not null,
    named_by       uuid references people on delete set null,
    check (assignment_id <> successor_id)
);
comment on column assignment_successions.was_open_ended is 'the assignment had no last day until the successor was named: undoing takes it away again';
create index assignment_successions_by on assignment_successions (named_by);

create table transfer_points (
    id            uuid primary key,
    assignment_id uuid not null references assignment_successions on delete cascade,
    place         int not null,
    text          text not null,
    note          text,
    done_at       timestamptz,
    confirmed_at  timestamptz
);
comment on table transfer_points is 'what is handed over with an assignment: ticked by who leaves, confirmed by who comes';
create index transfer_points_of on transfer_points (assignment_id, place);

-- Only the lists that the district has changed; the others are the rule's own.
create table transfer_templates (
    kind    text primary key references assignment_kinds,
    points  text[] not null check (cardinality(points) between 1 and 30),
    version int not null default 1
);

alter table care_cases add column left_assignment_id uuid references assignments on delete set null;
comment on column care_cases.left_assignment_id is 'of an exit conversation that the platform opened: the assignment that was left; null: opened by hand';
create index care_cases_left_assignment on care_cases (left_assignment_id);
create index assignments_terms_past on assignments (from_date desc, id desc);

insert into person_data (table_name, column_name, kind, role, found_by, left_out, on_erasure, place) values
    ('assignment_successions', 'assignment_id', 'assignments', 'about', 'one.assignment_id in (select id from assignments where person_id = $1)', '{successor_id,named_by}', 'delete', 200),
    ('assignment_successions', 'successor_id', 'assignments', 'about', 'one.successor_id in (select id from assignments where person_id = $1)', '{assignment_id,named_by}', 'delete', 200),
    ('assignment_successions', 'named_by', 'deeds', 'by', null, '{}', 'unlink', 100),
    ('transfer_points', 'assignment_id', 'assignments', 'about', 'one.assignment_id in (select id from assignments where person_id = $1)', '{}', 'delete', 100),
    ('care_cases', 'left_assignment_id', null, 'none', null, '{}', 'keep', 100);
