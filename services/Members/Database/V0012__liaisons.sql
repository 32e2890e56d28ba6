-- Fadder (operating plan, G11): who answers for which association and since when, how often they talk, what was said and promised.

-- One decision on who is liaison for what: a whole proposal adopted, or one association handed over.
create table liaison_appointments (
    id        uuid primary key,
    at        timestamptz not null,
    by_id     uuid references people on delete set null,
    undone_at timestamptz
);
create index liaison_appointments_by on liaison_appointments (by_id);

create table liaison_terms (
    id             uuid primary key,
    association_id uuid not null references associations,
    person_id      uuid not null references people on delete cascade,
    from_date      date not null,
    until_date     date,
    hand_over_note text,
    started_by     uuid references liaison_appointments,
    ended_by       uuid references liaison_appointments,
    check (until_date is null or until_date >= from_date)
);
comment on column liaison_terms.hand_over_note is 'what the predecessor, or whoever handed over, wants the liaison to know';
comment on column liaison_terms.until_date is 'null: until somebody else is appointed; whoever no longer sits on the board is not liaison meanwhile';
create unique index liaison_terms_one_open on liaison_terms (association_id) where until_date is null;
create index liaison_terms_association on liaison_terms (association_id, from_date desc);
create index liaison_terms_person on liaison_terms (person_id);

insert into liaison_terms (id, association_id, person_id, from_date)
select new_id(since::timestamp at time zone 'UTC'), association_id, person_id, since from liaisons;
drop table liaisons;

-- Who is liaison now; in the shape of the table that was here, which the previous release reads.
create view liaisons as
select association_id, person_id, from_date as since from liaison_terms
where until_date is null and person_id in (
    select person_id from assignments where kind in ('districtChair', 'districtTreasurer', 'districtBoardMember', 'districtDeputy') and ended_on is null);

-- Somebody is away, and another sees and logs in their place.
create table liaison_stand_ins (
    id          uuid primary key,
    person_id   uuid not null references people on delete cascade,
    stand_in_id uuid not null references people on delete cascade,
    from_date   date not null,
    until_date  date not null,
    check (until_date >= from_date),
    check (person_id <> stand_in_id)
);
create index liaison_stand_ins_person on liaison_stand_ins (person_id, until_date);
create index liaison_stand_ins_stand_in on liaison_stand_ins (stand_in_id, until_date);

create table liaison_settings (
    association_id uuid primary key references associations,
    rhythm_days    int check (rhythm_days between 7 and 365),
    note           text,
    version        int not null default 1
);
comment on column liaison_settings.rhythm_days is 'the longest time between two contacts; null: the usual';
comment on column liaison_settings.note is 'what a liaison should know about the association; stays when the liaison changes';

create table liaison_contacts (
    id             uuid primary key,
    association_id uuid not null references associations,
    happened_on    date not null,
    kind           text not null check (kind in ('visit', 'call', 'digitalMeeting', 'mail', 'other')),
    summary        text not null,
    by_id          uuid references people on delete set null,
    is_stand_in    boolean not null default false,
    noted_at       timestamptz not null,
    version        int not null default 1
);
create index liaison_contacts_association on liaison_contacts (association_id, happened_on desc, id desc);
create index liaison_contacts_by on liaison_contacts (by_id);

create table liaison_promises (
    id         uuid primary key,
    contact_id uuid not null references liaison_contacts on delete cascade,
    side       text not null check (side in ('district', 'association')),
    text       text not null,
    due_on     date not null,
    done_at    timestamptz,
    done_by    uuid references people on delete set null
);
create index liaison_promises_contact on liaison_promises (contact_id);
create index liaison_promises_open on liaison_promises (due_on, id) where done_at is null;
create index liaison_promises_done_by on liaison_promises (done_by);

create table liaison_messages (
    id             uuid primary key,
    association_id uuid not null references associations,
    at             timestamptz not null,
    side           text not null check (side in ('district', 'association')),
    by_id          uuid references people on delete set null,
    text           text not null,
    wants_answer   boolean not null,
    settled_at     timestamptz
);
comment on column liaison_messages.side is 'who wrote it: the liaison for the district, or the association';
comment on column liaison_messages.settled_at is 'the other side has answered, or has said that no answer is needed';
create index liaison_messages_association on liaison_messages (association_id, at desc, id desc);
create index liaison_messages_by on liaison_messages (by_id);

-- Rights that a release adds are told to the gateway by a job: a migration marks whose assignments they concern.
alter table assignments add column rights_told boolean not null default true;
create index assignments_untold on assignments (id) where not rights_told;

insert into assignment_permissions (kind, permission)
select kind, unnest(permissions) from (values
    ('districtChair', array['liaison:work', 'liaison:manage']),
    ('districtTreasurer', array['liaison:work']),
    ('districtBoardMember', array['liaison:work']),
    ('districtDeputy', array['liaison:work']),
    ('ombudsman', array['liaison:work', 'liaison:manage']),
    ('chair', array['liaison:ask']),
    ('deputyChair', array['liaison:ask']),
    ('membershipSecretary', array['liaison:ask'])
) as granted (kind, permissions);

update assignments set rights_told = false where ended_on is null
    and kind in ('districtChair', 'districtTreasurer', 'districtBoardMember', 'districtDeputy', 'ombudsman', 'chair', 'deputyChair', 'membershipSecretary');
