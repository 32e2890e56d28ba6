-- An association's profile. What an association has not told is null.
alter table associations
    add column organisation_number text check (organisation_number ~ '^[0-9]{10}$'),
    add column address text,
    add column postal_code text,
    add column town text,
    add column email text,
    add column phone text,
    add column web text,
    add column giro text,
    add column meeting_place text,
    add column ended_on date,
    add column merged_into uuid references associations;
comment on column associations.ended_on is 'an ended association is dormant for the release before this one, and never begins again except by undoing what ended it';
alter table associations add constraint associations_ended_is_dormant check (ended_on is null or state = 'dormant');

-- After a merger an association also receives those who live where the ended one was.
alter table municipalities add column covered_by uuid references associations;
create view receiving_associations as
    select municipality.code as municipality_code, receiver.id, receiver.name, receiver.is_district
    from municipalities municipality
    join lateral (
        select id, name, is_district from associations
        where (state = 'active' and (municipality_code = municipality.code or id = municipality.covered_by)) or is_district
        order by is_district, municipality_code is distinct from municipality.code limit 1) receiver on true;
comment on view receiving_associations is 'who receives people in a municipality: its own active association, else the active one that covers it, else the district';

-- The association that an ended one has gone up in, however many mergers ago; itself where it stands.
create function successor_of(the_id uuid) returns uuid language sql stable as $$
    with recursive chain as (
        select id, merged_into from associations where id = the_id
        union all
        select next.id, next.merged_into from associations next join chain on next.id = chain.merged_into)
    select id from chain where merged_into is null
$$;

-- What has happened to an association. Before the first row nothing is known.
create table association_history (
    id             uuid primary key,
    association_id uuid not null references associations,
    what           text not null check (what in ('active', 'dormant', 'forming', 'merged', 'received', 'split', 'undone')),
    since          date not null,
    reason         text,
    other_id       uuid references associations
);
comment on column association_history.other_id is 'the other association of a merger or a split';
create index association_history_order on association_history (association_id, since desc, id desc);

create table annual_meetings (
    association_id uuid not null references associations,
    year           int not null,
    planned_on     date,
    held_on        date,
    primary key (association_id, year),
    check (planned_on is not null or held_on is not null)
);
create index annual_meetings_held on annual_meetings (association_id, held_on desc);

-- What the other services know about an association: each fact the latest version they have told.
create table association_facts (
    association_id uuid not null,
    fact           text not null,
    number         numeric not null,
    as_of          date not null,
    version        int not null,
    primary key (association_id, fact)
);
comment on table association_facts is 'no foreign key: a fact may arrive before anything else is known';

-- From where a figure is amber, and from where it is red. Only what the district has changed; the rest is the rule's own.
create table health_limits (
    figure text primary key,
    amber  numeric not null,
    red    numeric not null
);

-- Committees of the district. Whoever sits in one holds an assignment, so that terms, rights, ends and erasure are those of every assignment.
create table committees (
    id       uuid primary key,
    name     text collate "sv-SE-x-icu" not null,
    purpose  text,
    kind     text not null references assignment_kinds,
    ended_on date,
    version  int not null default 1
);
comment on column committees.kind is 'the assignment that its members hold';
insert into assignment_kinds (kind, scope, position) values ('committeeMember', 'district', 18);
insert into assignment_permissions (kind, permission) values ('committeeMember', 'plan:read');
create unique index committees_one_nominating on committees (kind) where kind <> 'committeeMember' and ended_on is null;
create unique index committees_name on committees (name) where ended_on is null;

alter table assignments
    add column committee_id uuid references committees,
    add column committee_function text check (committee_function in ('convener', 'member', 'substitute'));
create index assignments_committee on assignments (committee_id) where ended_on is null;
drop index assignments_once;
create unique index assignments_once on assignments (person_id, kind, coalesce(association_id, committee_id, '00000000-0000-0000-0000-000000000000')) where ended_on is null;

-- A merger or a split, with what it moved, kept while it can be undone.
create table reorganisations (
    id        uuid primary key,
    kind      text not null check (kind in ('merge', 'split')),
    into_id   uuid not null references associations,
    created   boolean not null default false,
    done_at   timestamptz not null,
    reason    text,
    people    int not null,
    undone_at timestamptz
);
comment on column reorganisations.created is 'the receiving association was made by it';
create table reorganised_from (
    reorganisation_id uuid not null references reorganisations on delete cascade,
    association_id    uuid not null references associations,
    state             text not null,
    primary key (reorganisation_id, association_id)
);
comment on column reorganised_from.state is 'before';
create table reorganised_rows (
    reorganisation_id uuid not null references reorganisations on delete cascade,
    what              text not null check (what in ('people', 'memberships', 'care_cases', 'assignments', 'liaison_terms', 'municipalities')),
    id                uuid,
    code              text,
    association_id    uuid,
    assignee_id       uuid,
    ended             boolean not null default false
);
comment on column reorganised_rows.code is 'a municipality; everything else has an id';
comment on column reorganised_rows.association_id is 'where it was before';
comment on column reorganised_rows.assignee_id is 'of a care case: who saw to it before';
comment on column reorganised_rows.ended is 'of an assignment: it ended, rather than moved';
create index reorganised_rows_of on reorganised_rows (reorganisation_id, what, id);

-- Who may tell about an association: the district everything, the chair and the deputy its contact ways and meetings.
insert into assignment_permissions (kind, permission) values
    ('ombudsman', 'associations:manage'), ('districtChair', 'associations:manage'),
    ('ombudsman', 'association:edit'), ('districtChair', 'association:edit'), ('chair', 'association:edit'), ('deputyChair', 'association:edit');
update assignments set rights_told = false where ended_on is null and kind in ('ombudsman', 'districtChair', 'chair', 'deputyChair');
