-- Lists that somebody has made and comes back to: what is kept is the question, never who answered to it.
create table segments (
    id             uuid primary key,
    name           text collate "sv-SE-x-icu" not null,
    filter         jsonb not null,
    owner_id       uuid not null references people on delete cascade,
    association_id uuid references associations on delete cascade,
    is_district    boolean not null default false,
    version        int not null default 1,
    changed_at     timestamptz not null,
    check (association_id is null or not is_district)
);
comment on column segments.association_id is 'whose board shares it; null with is_district false: the owner''s own';
create index segments_owner on segments (owner_id);
create index segments_association on segments (association_id);
create index care_contacts_at on care_contacts (at);
