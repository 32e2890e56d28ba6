create table care_cases (
    id             uuid primary key,
    person_id      uuid not null references people on delete cascade,
    association_id uuid not null references associations,
    reason         text not null,
    state          text not null check (state in ('open', 'done')),
    assignee_id    uuid references people on delete set null,
    opened_at      timestamptz not null,
    due_at         timestamptz not null,
    closed_at      timestamptz,
    version        int not null default 1,
    check ((closed_at is null) = (state = 'open'))
);
create unique index care_cases_one_open_a_reason on care_cases (person_id, reason) where state = 'open';
create index care_cases_due on care_cases (due_at, id) where state = 'open';
create index care_cases_closed on care_cases (closed_at desc, id) where state = 'done';

create table care_contacts (
    id           uuid primary key,
    case_id      uuid not null references care_cases on delete cascade,
    at           timestamptz not null,
    by_id        uuid references people on delete set null,
    outcome      text not null check (outcome in ('called', 'noAnswer', 'met', 'done')),
    note         text,
    due_before   timestamptz not null
);
comment on column care_contacts.due_before is 'the due date the contact replaced, so that undoing it puts the clock back';
create index care_contacts_case on care_contacts (case_id, at);
