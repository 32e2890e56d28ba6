-- What people are good at and like, when they have time, and asking them to help.

create table interests (
    id       uuid primary key,
    kind     text not null check (kind in ('interest', 'skill')),
    name_sv  text collate "sv-SE-x-icu" not null,
    name_en  text not null,
    retired  boolean not null default false,
    version  int not null default 1
);
create unique index interests_name on interests (kind, lower(name_sv)) where not retired;
insert into interests (id, kind, name_sv, name_en) values
    ('01900000-0000-7000-8010-000000000001', 'skill', 'Körkort', 'Driving licence'),
    ('01900000-0000-7000-8010-000000000002', 'skill', 'Släpvagn', 'Trailer'),
    ('01900000-0000-7000-8010-000000000003', 'skill', 'Grafisk form', 'Graphic design'),
    ('01900000-0000-7000-8010-000000000004', 'skill', 'Foto och film', 'Photo and film'),
    ('01900000-0000-7000-8010-000000000005', 'skill', 'Leda cirklar', 'Leading study circles'),
    ('01900000-0000-7000-8010-000000000006', 'skill', 'Laga mat för många', 'Cooking for many'),
    ('01900000-0000-7000-8010-000000000007', 'skill', 'Andra språk', 'Other languages'),
    ('01900000-0000-7000-8010-000000000011', 'interest', 'Arbetsmarknad och fack', 'Labour and unions'),
    ('01900000-0000-7000-8010-000000000012', 'interest', 'Bostäder', 'Housing'),
    ('01900000-0000-7000-8010-000000000013', 'interest', 'Feminism', 'Feminism'),
    ('01900000-0000-7000-8010-000000000014', 'interest', 'Klimat och miljö', 'Climate and environment'),
    ('01900000-0000-7000-8010-000000000015', 'interest', 'Kollektivtrafik', 'Public transport'),
    ('01900000-0000-7000-8010-000000000016', 'interest', 'Skola', 'School'),
    ('01900000-0000-7000-8010-000000000017', 'interest', 'Vård', 'Health care');

create table people_interests (
    person_id   uuid not null references people on delete cascade,
    interest_id uuid not null references interests,
    primary key (person_id, interest_id)
);
create index people_interests_interest on people_interests (interest_id);

create table people_times (
    person_id uuid primary key references people on delete cascade,
    times     text[] not null check (times <@ array['weekdays', 'evenings', 'weekends'])
);

-- "Saturday, two hours, leaflets, Sunne".
create table asks (
    id             uuid primary key,
    association_id uuid not null references associations,
    title          text not null,
    starts_at      timestamptz not null,
    minutes        int not null check (minutes between 15 and 1440),
    place          text not null,
    needed         int not null check (needed between 1 and 500),
    way            text,
    interest_id    uuid references interests,
    state          text not null default 'open' check (state in ('open', 'cancelled')),
    by_id          uuid references people on delete set null,
    sent_at        timestamptz not null,
    cancel_reason  text
);
create index asks_association on asks (association_id, starts_at desc, id desc);
create index asks_starts on asks (starts_at desc, id desc);
create index asks_by on asks (by_id);
create index asks_interest on asks (interest_id);

create table ask_people (
    ask_id      uuid not null references asks on delete cascade,
    person_id   uuid not null references people on delete cascade,
    token_hash  bytea not null unique,
    asked_at    timestamptz not null,
    answer      text check (answer in ('yes', 'no', 'maybe')),
    answered_at timestamptz,
    has_place   boolean not null default false,
    came        boolean,
    thanked_at  timestamptz,
    primary key (ask_id, person_id),
    check (not has_place or answer = 'yes')
);
comment on column ask_people.has_place is 'a yes without a place waits, in the order of the answers';
comment on column ask_people.came is 'noted afterwards: the fact that somebody helped; null: not noted';
create index ask_people_person on ask_people (person_id, asked_at desc);

insert into assignment_permissions (kind, permission) values
    ('chair', 'activation:work'), ('deputyChair', 'activation:work'), ('membershipSecretary', 'activation:work'), ('ombudsman', 'activation:work'), ('districtChair', 'activation:work');
update assignments set rights_told = false where ended_on is null and kind in ('chair', 'deputyChair', 'membershipSecretary', 'ombudsman', 'districtChair');
