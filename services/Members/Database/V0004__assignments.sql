create table assignment_kinds (
    kind  text primary key,
    scope text not null check (scope in ('association', 'district'))
);

insert into assignment_kinds (kind, scope) values
    ('chair', 'association'), ('deputyChair', 'association'), ('treasurer', 'association'), ('membershipSecretary', 'association'),
    ('studyOrganiser', 'association'), ('feministOfficer', 'association'), ('boardMember', 'association'),
    ('districtChair', 'district'), ('districtBoardMember', 'district'), ('districtDeputy', 'district'), ('districtTreasurer', 'district'),
    ('ombudsman', 'district'), ('nominationCommittee', 'district'), ('regionCouncillor', 'district'), ('memberOfParliament', 'district'),
    ('operator', 'district'), ('administrator', 'district');

-- What an assignment allows; holds in its association, or in the whole district for kinds of that scope.
create table assignment_permissions (
    kind       text not null references assignment_kinds,
    permission text not null,
    primary key (kind, permission)
);

insert into assignment_permissions (kind, permission)
select kind, unnest(permissions) from (values
    ('chair', array['register:read', 'register:edit', 'care:work', 'fees:note', 'membership:decide', 'statistics:read', 'plan:read']),
    ('deputyChair', array['register:read', 'care:work', 'statistics:read', 'plan:read']),
    ('membershipSecretary', array['register:read', 'register:edit', 'care:work', 'fees:note', 'statistics:read', 'plan:read']),
    ('treasurer', array['fees:note', 'register:read', 'statistics:read', 'plan:read']),
    ('studyOrganiser', array['statistics:read', 'plan:read']),
    ('feministOfficer', array['statistics:read', 'plan:read']),
    ('boardMember', array['statistics:read', 'plan:read']),
    ('districtChair', array['register:read', 'care:work', 'statistics:read', 'reports:read', 'plan:read', 'assignments:manage']),
    ('districtBoardMember', array['statistics:read', 'reports:read', 'plan:read']),
    ('districtDeputy', array['statistics:read', 'plan:read']),
    ('districtTreasurer', array['statistics:read', 'plan:read']),
    ('ombudsman', array['register:read', 'register:edit', 'care:work', 'fees:note', 'handover:manage', 'statistics:read', 'reports:read', 'plan:read', 'assignments:manage']),
    ('nominationCommittee', array['plan:read']),
    ('regionCouncillor', array['plan:read']),
    ('memberOfParliament', array['plan:read']),
    ('operator', array['ops:operate']),
    ('administrator', array['admin:accounts', 'assignments:manage', 'ops:operate'])
) as granted (kind, permissions);

create table assignments (
    id             uuid primary key,
    person_id      uuid not null references people on delete cascade,
    kind           text not null references assignment_kinds,
    association_id uuid references associations,
    from_date      date not null,
    until_date     date,
    ended_on       date,
    version        int not null default 1,
    check (until_date is null or until_date >= from_date)
);
create unique index assignments_once on assignments (person_id, kind, coalesce(association_id, '00000000-0000-0000-0000-000000000000')) where ended_on is null;
create index assignments_current on assignments (kind, association_id) where ended_on is null;
create index assignments_term on assignments (until_date) where ended_on is null;

-- Fadder: the board member or deputy who answers for the communication between the district and an association.
create table liaisons (
    association_id uuid primary key references associations,
    person_id      uuid not null references people on delete cascade,
    since          date not null
);
