-- Care as plans of steps: what is next, who has it and why, what came of it, and what was done with the case on the way.

alter table care_cases
    add column step int not null default 0,
    add column snoozed_until date,
    add column result text,
    add column assigned_because text;
comment on column care_cases.step is 'the place in the reason''s plan, from 0; as many as the plan has steps: all are done';
comment on column care_cases.snoozed_until is 'rests until this day begins; null: does not rest';
comment on column care_cases.result is 'what came of it, one of the reason''s own; null: simply seen to';
comment on column care_cases.assigned_because is 'the assignment by which the rule chose, or hand; null: chosen before this was kept';
create index care_cases_open_of on care_cases (assignee_id, due_at) where state = 'open';
create index care_cases_opened on care_cases (association_id, opened_at);

alter table care_contacts add column step_before int not null default 0;

-- What was done with a case besides contacts: so that nobody has to ask who had it and why it rested.
create table care_events (
    id      uuid primary key,
    case_id uuid not null references care_cases on delete cascade,
    at      timestamptz not null,
    by_id   uuid references people on delete set null,
    what    text not null check (what in ('stepDone', 'snoozed', 'woken', 'handedOver', 'reopened')),
    note    text,
    from_id uuid references people on delete set null,
    to_id   uuid references people on delete set null,
    until   date,
    step    int
);
create index care_events_case on care_events (case_id, at);
create index care_events_by on care_events (by_id);
create index care_events_from on care_events (from_id);
create index care_events_to on care_events (to_id);

-- Only the plans that the district has changed; the others are the rule's own.
create table care_plans (
    reason  text primary key,
    steps   jsonb not null,
    version int not null default 1
);

create table care_settings (
    only_row        boolean primary key default true check (only_row),
    unpaid_days     int not null default 30 check (unpaid_days between 7 and 365),
    inactive_months int not null default 12 check (inactive_months between 3 and 60),
    a_night         int not null default 3 check (a_night between 0 and 50),
    inactive_open   int not null default 10 check (inactive_open between 1 and 500),
    version         int not null default 1
);
comment on column care_settings.a_night is 'the most cases of a kind that a night opens in an association';
comment on column care_settings.inactive_open is 'while so many are open in an association no more are opened';
insert into care_settings default values;

-- What somebody who works with care wants: reminders, absence, the calendar's secret (its hash).
create table care_workers (
    person_id     uuid primary key references people on delete cascade,
    reminders     boolean not null default true,
    away_from     date,
    away_until    date,
    calendar_hash bytea unique,
    check ((away_from is null) = (away_until is null)),
    check (away_until >= away_from)
);

create table care_reminders (
    person_id uuid not null references people on delete cascade,
    day       date not null,
    primary key (person_id, day)
);
comment on table care_reminders is 'who has been reminded which day: at most one mail a day';

-- Whoever moves between associations is to be met by somebody at the new place; read and emptied by a job.
create table moved_people (
    id        bigint generated always as identity primary key,
    person_id uuid not null references people on delete cascade,
    from_id   uuid not null,
    to_id     uuid not null
);
create index moved_people_person on moved_people (person_id);
create function note_move() returns trigger language plpgsql as $$
begin
    insert into moved_people (person_id, from_id, to_id) values (new.id, old.association_id, new.association_id);
    return null;
end
$$;
create trigger people_move after update of association_id on people for each row
    when (old.association_id is distinct from new.association_id) execute function note_move();

-- Nothing more is sent to somebody who has died.
alter table people add column mail_stopped boolean not null default false;

insert into assignment_permissions (kind, permission) values
    ('feministOfficer', 'care:exit'), ('ombudsman', 'care:manage'), ('districtChair', 'care:manage');
update assignments set rights_told = false where ended_on is null and kind in ('feministOfficer', 'ombudsman', 'districtChair');
