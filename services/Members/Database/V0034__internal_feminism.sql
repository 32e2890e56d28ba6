-- The feminist officer's desk: the year's plan, what other services tell, the nomination committees' checklist, and the report to the annual conference.

insert into assignment_kinds (kind, scope, position) values ('districtFeministOfficer', 'district', 19);
insert into assignment_permissions (kind, permission)
select kind, unnest(permissions) from (values
    ('districtFeministOfficer', array['feminism:work', 'care:exit', 'statistics:read', 'plan:read']),
    ('feministOfficer', array['feminism:work']), ('ombudsman', array['feminism:work']), ('districtChair', array['feminism:work'])) as granted (kind, permissions);
update assignments set rights_told = false where ended_on is null and kind in ('feministOfficer', 'ombudsman', 'districtChair');

create table feminist_items (
    id             uuid primary key,
    association_id uuid not null references associations,
    year           int not null,
    quarter        int not null check (quarter between 1 and 4),
    title          text not null,
    owner_id       uuid references people on delete set null,
    state          text not null check (state in ('planned', 'ongoing', 'done', 'dropped')),
    note           text,
    version        int not null default 1
);
comment on column feminist_items.association_id is 'whose plan: an association''s, or the district''s own';
create index feminist_items_order on feminist_items (association_id, year, quarter, id);
create index feminist_items_owner on feminist_items (owner_id);

create table nomination_checks (
    association_id uuid not null references associations,
    year           int not null,
    point          text not null,
    note           text,
    done_at        timestamptz not null,
    done_by        uuid references people on delete set null,
    primary key (association_id, year, point)
);
create index nomination_checks_by on nomination_checks (done_by);

-- What Events and Elections tell; no foreign keys: a fact may arrive before anything else is known.
create table separatist_meetings (
    meeting_id     uuid primary key,
    association_id uuid,
    title          text not null,
    held_on        date not null,
    attended       int,
    is_separatist  boolean not null,
    version        int not null
);
create index separatist_meetings_order on separatist_meetings (held_on desc) where is_separatist;

create table talk_times (
    meeting_id     uuid primary key,
    association_id uuid,
    title          text not null,
    held_on        date not null,
    women_speakers int not null,
    women_seconds  int not null,
    speakers       int not null,
    seconds        int not null,
    version        int not null
);
comment on table talk_times is 'sums of a meeting, never of a person';
create index talk_times_order on talk_times (held_on desc);

create table conference_reports (
    id          uuid primary key,
    kind        text not null check (kind in ('feminism', 'region')),
    year        int not null,
    title       text not null,
    body        text not null,
    document_id uuid references documents on delete set null,
    adopted_at  timestamptz,
    edited_at   timestamptz not null,
    edited_by   uuid references people on delete set null,
    version     int not null default 1,
    unique (kind, year)
);
comment on column conference_reports.document_id is 'once adopted it stands in the archive';
create index conference_reports_edited_by on conference_reports (edited_by);

insert into person_data (table_name, column_name, kind, role, found_by, left_out, on_erasure, place) values
    ('feminist_items', 'owner_id', 'deeds', 'by', null, '{}', 'unlink', 100),
    ('nomination_checks', 'done_by', 'deeds', 'by', null, '{}', 'unlink', 100),
    ('conference_reports', 'edited_by', 'deeds', 'by', null, '{}', 'unlink', 100);
