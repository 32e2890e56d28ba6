-- What comes from the party centrally: recorded once, relayed to the associations concerned, followed to the end, and reported back.

create table central_items (
    id          uuid primary key,
    kind        text not null check (kind in ('message', 'deadline', 'material')),
    title       text not null,
    body        text not null,
    link        text,
    due_on      date,
    received_on date not null,
    recorded_at timestamptz not null,
    recorded_by uuid references people on delete set null,
    report      text,
    reported_on date,
    version     int not null default 1,
    check (kind <> 'deadline' or due_on is not null),
    check ((report is null) = (reported_on is null))
);
comment on column central_items.report is 'what the district has answered centrally';
create index central_items_order on central_items (recorded_at desc, id desc);

create table central_relays (
    item_id        uuid not null references central_items on delete cascade,
    association_id uuid not null references associations,
    read_at        timestamptz,
    read_by        uuid references people on delete set null,
    done_at        timestamptz,
    done_by        uuid references people on delete set null,
    note           text,
    reminded_at    timestamptz,
    primary key (item_id, association_id)
);
comment on column central_relays.note is 'what the association wants the district to know when it is done';
create index central_relays_association on central_relays (association_id) where done_at is null;

insert into assignment_permissions (kind, permission)
select kind, unnest(permissions) from (values
    ('ombudsman', array['central:relay']), ('districtChair', array['central:relay']),
    ('chair', array['central:read']), ('deputyChair', array['central:read']), ('treasurer', array['central:read']), ('membershipSecretary', array['central:read']), ('studyOrganiser', array['central:read']),
    ('feministOfficer', array['central:read']), ('boardMember', array['central:read'])) as granted (kind, permissions);
update assignments set rights_told = false where ended_on is null
    and kind in ('ombudsman', 'districtChair', 'chair', 'deputyChair', 'treasurer', 'membershipSecretary', 'studyOrganiser', 'feministOfficer', 'boardMember');
