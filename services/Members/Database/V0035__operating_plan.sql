-- The operating plan as something that is followed: goals with owners, indicators with targets, activities, and what the owner says each quarter.

create table plans (
    year       int primary key check (year between 2000 and 2100),
    adopted_on date,
    version    int not null default 1
);
comment on column plans.adopted_on is 'null: a draft; once adopted, goals and targets stand';
insert into plans (year) select distinct year from plan_goals;

alter table plan_goals
    add column about text,
    add column owner_id uuid references people on delete set null,
    add constraint plan_goals_plan foreign key (year) references plans on delete cascade;
create index plan_goals_owner on plan_goals (owner_id);

create table plan_indicators (
    id       uuid primary key,
    year     int not null,
    code     text not null,
    measure  text not null,
    title    text,
    target   numeric(12, 2) not null check (target >= 0),
    position int not null,
    foreign key (year, code) references plan_goals on delete cascade,
    check ((measure = 'manual') = (title is not null))
);
comment on column plan_indicators.measure is 'which fact it is bound to; manual: the owner notes it';
create unique index plan_indicators_once on plan_indicators (year, code, measure) where measure <> 'manual';

-- What an indicator was at the end of a quarter: noted by the owner, or kept each night while the quarter runs.
create table plan_readings (
    indicator_id uuid not null references plan_indicators on delete cascade,
    quarter      int not null check (quarter between 1 and 4),
    value        numeric(12, 2) not null,
    noted_at     timestamptz not null,
    noted_by     uuid references people on delete set null,
    primary key (indicator_id, quarter)
);
create index plan_readings_by on plan_readings (noted_by);

create table plan_activities (
    id       uuid primary key,
    year     int not null,
    code     text not null,
    title    text not null,
    owner_id uuid references people on delete set null,
    due_on   date not null,
    state    text not null default 'planned' check (state in ('planned', 'underWay', 'done', 'dropped')),
    done_on  date,
    note     text,
    version  int not null default 1,
    foreign key (year, code) references plan_goals on delete cascade,
    check ((state = 'done') = (done_on is not null))
);
create index plan_activities_goal on plan_activities (year, code, due_on);
create index plan_activities_owner on plan_activities (owner_id);

create table plan_statuses (
    year       int not null,
    code       text not null,
    quarter    int not null check (quarter between 1 and 4),
    light      text not null check (light in ('green', 'amber', 'red')),
    text       text not null,
    written_at timestamptz not null,
    written_by uuid references people on delete set null,
    version    int not null default 1,
    primary key (year, code, quarter),
    foreign key (year, code) references plan_goals on delete cascade
);
comment on column plan_statuses.light is 'how the owner sees it; the indicators have lights of their own';
create index plan_statuses_by on plan_statuses (written_by);

-- What the other services know about the district's year: each fact the latest version they have told.
create table district_facts (
    year    int not null,
    fact    text not null,
    number  numeric not null,
    as_of   date not null,
    version int not null,
    primary key (year, fact)
);

-- The annual report (verksamhetsberättelse), written from the plan and edited until it is adopted.
create table annual_reports (
    year        int primary key references plans,
    made_at     timestamptz not null,
    adopted_on  date,
    document_id uuid references documents,
    version     int not null default 1,
    check ((adopted_on is null) = (document_id is null))
);
create table annual_report_sections (
    id        uuid primary key,
    year      int not null references annual_reports on delete cascade,
    source    text,
    position  int not null,
    title     text not null,
    text      text not null,
    headings  text[] not null default '{}',
    cells     text[] not null default '{}',
    is_edited boolean not null default false,
    unique (year, position) deferrable initially deferred
);
comment on column annual_report_sections.source is 'what of the plan it was written from; null: added by hand';
comment on column annual_report_sections.cells is 'the table''s cells row by row, as many a row as there are headings';
create unique index annual_report_sections_source on annual_report_sections (year, source) where source is not null;

insert into assignment_permissions (kind, permission) values ('ombudsman', 'plan:manage'), ('districtChair', 'plan:manage');
update assignments set rights_told = false where ended_on is null and kind in ('ombudsman', 'districtChair');

-- Who can be responsible for something in the plan.
create view plan_owners as
    select distinct held.person_id from assignments held join assignment_kinds kind using (kind)
    where kind.scope = 'district' and held.kind not in ('operator', 'administrator') and held.ended_on is null;

insert into person_data values
    ('plan_goals', 'owner_id', 'deeds', 'by', null, '{}', 'unlink', null, null, 100),
    ('plan_activities', 'owner_id', 'deeds', 'by', null, '{}', 'unlink', null, null, 100),
    ('plan_readings', 'noted_by', 'deeds', 'by', null, '{}', 'unlink', null, null, 100),
    ('plan_statuses', 'written_by', 'deeds', 'by', null, '{}', 'unlink', null, null, 100);
