create table municipalities (
    code text primary key check (code ~ '^[0-9]{4}$'),
    name text collate "sv-SE-x-icu" not null
);
comment on table municipalities is 'The sixteen municipalities of county 17; codes and names by Statistics Sweden (SCB)';

insert into municipalities (code, name) values
    ('1715', 'Kil'), ('1730', 'Eda'), ('1737', 'Torsby'), ('1760', 'Storfors'), ('1761', 'Hammarö'), ('1762', 'Munkfors'),
    ('1763', 'Forshaga'), ('1764', 'Grums'), ('1765', 'Årjäng'), ('1766', 'Sunne'), ('1780', 'Karlstad'), ('1781', 'Kristinehamn'),
    ('1782', 'Filipstad'), ('1783', 'Hagfors'), ('1784', 'Arvika'), ('1785', 'Säffle');

-- Only a proposal on the form: postal areas do not follow municipal borders, so the person chooses. Areas that spread over many
-- municipalities (660, 670, 680) are left out and proposed by nobody.
create table postal_areas (
    prefix            text primary key check (prefix ~ '^[0-9]{3}$'),
    municipality_code text not null references municipalities
);

insert into postal_areas (prefix, municipality_code) values
    ('651', '1780'), ('652', '1780'), ('653', '1780'), ('654', '1780'), ('655', '1780'), ('656', '1780'), ('661', '1785'), ('663', '1761'),
    ('664', '1764'), ('665', '1715'), ('667', '1763'), ('669', '1763'), ('671', '1784'), ('672', '1765'), ('673', '1730'), ('681', '1781'),
    ('682', '1782'), ('683', '1783'), ('684', '1762'), ('685', '1737'), ('686', '1766'), ('688', '1760');

-- Municipality and association are different things: a municipality may have none, or a dormant one.
create table associations (
    id                uuid primary key,
    name              text collate "sv-SE-x-icu" not null,
    municipality_code text references municipalities,
    state             text not null check (state in ('active', 'dormant', 'forming')),
    is_district       boolean not null default false,
    version           int not null default 1
);
create unique index associations_one_a_municipality on associations (municipality_code) where state <> 'dormant';
create unique index associations_one_district on associations (is_district) where is_district;

-- The district itself receives those whom no active association can.
insert into associations (id, name, state, is_district) values ('01900000-0000-7000-8000-000000000017', 'Vänsterpartiet Värmland', 'active', true);
