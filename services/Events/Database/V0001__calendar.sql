-- The district's calendar, and this service's copy of the associations whose events stand in it.

create table associations (
    id                uuid primary key,
    name              text not null collate "sv-SE-x-icu",
    municipality_code text,
    is_active         boolean not null,
    version           int not null
);
comment on column associations.municipality_code is 'four digits of Statistics Sweden; null for the district itself';

create table events (
    id             uuid primary key,
    kind           text not null check (kind in ('chairMeeting', 'themeSeminar', 'membersMeeting', 'studyCircle', 'conference', 'other')),
    title_sv       text not null,
    title_en       text not null,
    attendance     text not null check (attendance in ('physical', 'digital', 'mixed')),
    place          text,
    association_id uuid references associations,
    starts_at      timestamptz not null,
    ends_at        timestamptz not null check (ends_at > starts_at),
    changed_at     timestamptz not null,
    version        int not null default 1,
    check (attendance = 'digital' or place is not null)
);
comment on column events.association_id is 'the association that holds it; null for the district';
create index events_upcoming on events (starts_at, id);
create index events_association on events (association_id);
