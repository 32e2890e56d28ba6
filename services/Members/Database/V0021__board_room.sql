-- The board room: meetings, what is to be decided, what was, and the archive.

create table board_meetings (
    id           uuid primary key,
    title        text not null,
    starts_at    timestamptz not null,
    place        text,
    link         text,
    state        text not null check (state in ('planned', 'called', 'minuted', 'locked')),
    called_at    timestamptz,
    locked_at    timestamptz,
    content_hash bytea,
    version      int not null default 1,
    check (place is not null or link is not null),
    check ((state = 'locked') = (locked_at is not null)),
    check ((state = 'locked') = (content_hash is not null))
);
comment on column board_meetings.state is 'minuted: the minutes wait for the adjusters';
comment on column board_meetings.content_hash is 'SHA-256 of the minutes as they were adjusted';
create index board_meetings_order on board_meetings (starts_at desc, id desc);

-- The points that every agenda has; the district edits them.
create table agenda_template (
    place int primary key,
    title text not null
);
insert into agenda_template (place, title) values
    (1, 'Mötet öppnas'), (2, 'Val av mötesordförande, sekreterare och justerare'), (3, 'Dagordning'), (4, 'Föregående protokoll'), (5, 'Rapporter'), (6, 'Ekonomi'), (7, 'Medlemsläget'), (8, 'Kommande möten och evenemang'), (9, 'Övriga frågor'), (10, 'Mötet avslutas');

create table board_items (
    id         uuid primary key,
    meeting_id uuid not null references board_meetings on delete cascade,
    place      int not null,
    title      text not null,
    proposal   text,
    minutes    text,
    unique (meeting_id, place) deferrable initially deferred
);
comment on column board_items.minutes is 'what was said and decided';

create table board_papers (
    item_id uuid not null references board_items on delete cascade,
    file_id uuid not null references stored_files,
    primary key (item_id, file_id)
);
create index board_papers_file on board_papers (file_id);

-- Who was called, in what assignment, by what address; and whether they came.
create table board_called (
    meeting_id uuid not null references board_meetings on delete cascade,
    person_id  uuid not null references people on delete cascade,
    kind       text not null references assignment_kinds,
    is_present boolean,
    primary key (meeting_id, person_id)
);

create table board_adjusters (
    meeting_id  uuid not null references board_meetings on delete cascade,
    person_id   uuid not null references people on delete cascade,
    approved_at timestamptz,
    primary key (meeting_id, person_id)
);
create index board_adjusters_person on board_adjusters (person_id) where approved_at is null;

create table board_decisions (
    id         uuid primary key,
    meeting_id uuid not null references board_meetings on delete cascade,
    item_id    uuid not null references board_items on delete cascade,
    text       text not null,
    owner_id   uuid references people on delete set null,
    due_on     date,
    done_at    timestamptz,
    done_by    uuid references people on delete set null
);
create index board_decisions_open on board_decisions (due_on) where done_at is null;

-- Minutes that are adjusted stand.
create function board_minutes_stand() returns trigger language plpgsql as $$ begin
    if exists (select from board_meetings where id = old.meeting_id and state = 'locked') then raise exception 'adjusted minutes are never changed'; end if;
    return case when tg_op = 'DELETE' then old else new end; end $$;
create trigger board_minutes_stand before update or delete on board_items for each row execute function board_minutes_stand();

create table document_kinds (
    kind       text primary key,
    keep_years int,
    position   int not null
);
comment on column document_kinds.keep_years is 'full years after the document''s year; null: for ever';
insert into document_kinds (kind, keep_years, position) values ('statutes', null, 1), ('minutes', null, 2), ('plan', null, 3), ('report', null, 4), ('agreement', 10, 5), ('other', 3, 6);

create table documents (
    id         uuid primary key,
    kind       text not null references document_kinds,
    title      text not null,
    on_date    date not null,
    body       text,
    file_id    uuid references stored_files,
    meeting_id uuid references board_meetings,
    readers    text not null check (readers in ('board', 'associations', 'members')),
    keep_until date,
    added_at   timestamptz not null,
    added_by   uuid references people on delete set null,
    version    int not null default 1,
    search     tsvector generated always as (setweight(to_tsvector('swedish', title), 'A') || setweight(to_tsvector('swedish', coalesce(body, '')), 'B')) stored,
    check (num_nonnulls(body, file_id) >= 1)
);
comment on column documents.keep_until is 'null: for ever';
create index documents_order on documents (on_date desc, id desc);
create index documents_search on documents using gin (search);
create index documents_expire on documents (keep_until) where keep_until is not null;

insert into assignment_permissions (kind, permission)
select kind, unnest(permissions) from (values
    ('ombudsman', array['board:read', 'board:manage']), ('districtChair', array['board:read', 'board:manage']),
    ('districtTreasurer', array['board:read']), ('districtBoardMember', array['board:read']), ('districtDeputy', array['board:read'])) as granted (kind, permissions);
update assignments set rights_told = false where ended_on is null and kind in ('ombudsman', 'districtChair', 'districtTreasurer', 'districtBoardMember', 'districtDeputy');
