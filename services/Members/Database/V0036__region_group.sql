-- The region group: its positions, its seats in the region's boards, what is coming up there, and who may do what.

insert into assignment_kinds (kind, scope, position) values ('regionSubstitute', 'district', 13), ('regionSeat', 'district', 13);
insert into assignment_permissions (kind, permission)
select kind, unnest(permissions) from (values
    ('regionCouncillor', array['region:read', 'region:work', 'region:publish']), ('regionSubstitute', array['region:read', 'region:work', 'region:publish', 'plan:read']),
    ('regionSeat', array['region:read', 'region:work', 'region:publish', 'plan:read']), ('ombudsman', array['region:read', 'region:publish']), ('districtChair', array['region:read', 'region:publish']),
    ('districtTreasurer', array['region:read', 'region:publish']), ('districtBoardMember', array['region:read', 'region:publish']), ('districtDeputy', array['region:read', 'region:publish'])) as granted (kind, permissions);
update assignments set rights_told = false where ended_on is null and kind in ('regionCouncillor', 'ombudsman', 'districtChair', 'districtTreasurer', 'districtBoardMember', 'districtDeputy');

-- The region's assembly, boards and committees, with how many of the places are ours. A body is a committee, so that a seat in it is an assignment like any other;
-- those elected to the assembly itself hold the assignments of their own that were there before.
drop index committees_one_nominating;
create unique index committees_one_nominating on committees (kind) where kind not in ('committeeMember', 'regionSeat') and ended_on is null;
alter table assignments drop constraint assignments_committee_function_check;
alter table assignments add constraint assignments_committee_function_check check (committee_function in ('convener', 'member', 'substitute', 'chair', 'deputyChair'));

create table region_bodies (
    committee_id     uuid primary key references committees,
    is_assembly      boolean not null default false,
    seats            int not null check (seats between 0 and 200),
    substitute_seats int not null check (substitute_seats between 0 and 200)
);
comment on column region_bodies.seats is 'ours, ordinary; chair and deputy chair included';
create unique index region_bodies_one_assembly on region_bodies (is_assembly) where is_assembly;
insert into committees (id, name, kind) values ('01900000-0000-7000-8006-000000000001', 'Regionfullmäktige', 'regionSeat');
insert into region_bodies (committee_id, is_assembly, seats, substitute_seats) values ('01900000-0000-7000-8006-000000000001', true, 0, 0);

-- Everybody who sits in the region for us, with where and as what.
create view region_seats as
    select held.id as assignment_id, held.person_id, body.committee_id as body_id, held.from_date, held.until_date, held.ended_on,
        case held.kind when 'regionCouncillor' then 'member' when 'regionSubstitute' then 'substitute' else coalesce(held.committee_function, 'member') end as function
    from assignments held
    join region_bodies body on held.kind = 'regionSeat' and body.committee_id = held.committee_id or held.kind in ('regionCouncillor', 'regionSubstitute') and body.is_assembly;

create table region_positions (
    id               uuid primary key,
    area             text not null check (area in ('care', 'publicTransport', 'culture', 'development', 'climate', 'staff', 'economy', 'other')),
    title            text not null,
    text             text not null,
    source           text,
    source_link      text,
    state            text not null check (state in ('draft', 'adopted', 'withdrawn')),
    adopted_on       date,
    standing_version int,
    before_version   int,
    edited_at        timestamptz not null,
    edited_by        uuid references people on delete set null,
    version          int not null default 1,
    search           tsvector generated always as (setweight(to_tsvector('swedish', title), 'A') || setweight(to_tsvector('swedish', text || ' ' || coalesce(source, '')), 'B')) stored,
    check ((state = 'adopted') = (adopted_on is not null))
);
comment on column region_positions.source is 'where it comes from, such as a motion';
comment on column region_positions.standing_version is 'the version that holds while a later one is written; null: none';
comment on column region_positions.before_version is 'the version that held before the last adoption, should that be taken back';
create index region_positions_order on region_positions (edited_at desc, id desc);
create index region_positions_search on region_positions using gin (search);
create index region_positions_by on region_positions (edited_by);

-- Every version as it was.
create table region_position_versions (
    position_id uuid not null references region_positions on delete cascade,
    version     int not null,
    area        text not null,
    title       text not null,
    text        text not null,
    source      text,
    source_link text,
    state       text not null,
    adopted_on  date,
    edited_at   timestamptz not null,
    edited_by   uuid references people on delete set null,
    search      tsvector generated always as (setweight(to_tsvector('swedish', title), 'A') || setweight(to_tsvector('swedish', text || ' ' || coalesce(source, '')), 'B')) stored,
    primary key (position_id, version)
);
create index region_position_versions_by on region_position_versions (edited_by);

create function keep_position_version() returns trigger language plpgsql as $$ begin
    insert into region_position_versions (position_id, version, area, title, text, source, source_link, state, adopted_on, edited_at, edited_by)
    values (new.id, new.version, new.area, new.title, new.text, new.source, new.source_link, new.state, new.adopted_on, new.edited_at, new.edited_by);
    return new; end $$;
create trigger keep_first_position_version after insert on region_positions for each row execute function keep_position_version();
create trigger keep_position_version after update of version on region_positions for each row when (new.version > old.version) execute function keep_position_version();

create table region_meetings (
    id        uuid primary key,
    body_id   uuid not null references region_bodies,
    starts_at timestamptz not null,
    place     text,
    link      text,
    note      text,
    version   int not null default 1
);
comment on column region_meetings.link is 'to the papers, or to the broadcast';
create index region_meetings_order on region_meetings (starts_at, id);
create index region_meetings_body on region_meetings (body_id);

create table region_matters (
    id          uuid primary key,
    meeting_id  uuid not null references region_meetings on delete cascade,
    title       text not null,
    note        text,
    owner_id    uuid references people on delete set null,
    due_on      date not null,
    position_id uuid references region_positions on delete set null,
    done_at     timestamptz,
    done_by     uuid references people on delete set null,
    version     int not null default 1
);
comment on table region_matters is 'what the group prepares for a meeting';
create index region_matters_meeting on region_matters (meeting_id);
create index region_matters_open on region_matters (due_on, id) where done_at is null;
create index region_matters_owner on region_matters (owner_id);
create index region_matters_done_by on region_matters (done_by);
create index region_matters_position on region_matters (position_id);

insert into person_data (table_name, column_name, kind, role, found_by, left_out, on_erasure, place) values
    ('region_positions', 'edited_by', 'deeds', 'by', null, '{}', 'unlink', 100),
    ('region_position_versions', 'edited_by', 'deeds', 'by', null, '{}', 'unlink', 100),
    ('region_matters', 'owner_id', 'deeds', 'by', null, '{}', 'unlink', 100),
    ('region_matters', 'done_by', 'deeds', 'by', null, '{}', 'unlink', 100);
