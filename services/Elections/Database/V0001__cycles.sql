-- Election cycles and what has to be done by when, and this service's copy of the associations.

create table associations (
    id                uuid primary key,
    name              text not null collate "sv-SE-x-icu",
    municipality_code text,
    is_active         boolean not null,
    version           int not null
);
comment on column associations.municipality_code is 'four digits of Statistics Sweden; null for the district itself';

create table election_cycles (
    id           uuid primary key,
    election_day date not null unique,
    elections    text[] not null check (elections <@ array['riksdag', 'region', 'municipality'] and cardinality(elections) > 0)
);
comment on table election_cycles is 'one row a day on which general elections are held';

create table milestones (
    cycle_id  uuid not null references election_cycles on delete cascade,
    code      text not null,
    title_sv  text not null,
    title_en  text not null,
    starts_on date,
    due_on    date not null,
    version   int not null default 1,
    primary key (cycle_id, code),
    check (starts_on <= due_on)
);
comment on column milestones.due_on is 'the last day; proposed from the election day, editable because the authority sets the dates of each election';
comment on column milestones.starts_on is 'the first day, where the thing has a time of its own';

-- Elections Act (vallagen 2005:837) 1:3: ordinary elections every fourth year, on the second Sunday of September.
insert into election_cycles (id, election_day, elections) values
    ('01990000-0000-7000-8000-000000002026', '2026-09-13', array['riksdag', 'region', 'municipality']),
    ('01990000-0000-7000-8000-000000002030', '2030-09-08', array['riksdag', 'region', 'municipality']);

-- The Election Authority's milestones as it describes them for 2026; the days of 2030 are proposals by the same rules.
insert into milestones (cycle_id, code, title_sv, title_en, starts_on, due_on)
select cycle.id, milestone.code, milestone.title_sv, milestone.title_en, milestone.starts_on, milestone.due_on
from election_cycles cycle,
    make_date(extract(year from election_day)::int, 3, 1) as march,
    lateral (values
        ('partyRegistration', 'Partibeteckningen är registrerad', 'The party''s name is registered', null::date, march - 1),
        ('ballotOrder', 'Kandidatlistor anmäls och valsedlar beställs', 'Candidate lists are reported and ballot papers ordered', march, march + 60),
        ('deliveryGuarantee', 'Sista dag att beställa valsedlar med leveransgaranti', 'Last day to order ballot papers with guaranteed delivery', null, election_day - 45),
        ('participation', 'Sista dag att anmäla att partiet deltar i valet', 'Last day to notify that the party takes part in the election', null, election_day - 30),
        ('consent', 'Sista dag för kandidaters samtycke', 'Last day for candidates'' consent', null, election_day - 2)
    ) as milestone (code, title_sv, title_en, starts_on, due_on);
