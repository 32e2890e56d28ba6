-- Corrections that an association's board has read in from a file: who, when and how many. The file itself is not kept.
create table file_corrections (
    id             uuid primary key,
    association_id uuid not null references associations,
    file_name      text not null,
    people         int not null,
    changes        int not null,
    made_at        timestamptz not null,
    made_by        uuid references people on delete set null,
    undone_at      timestamptz,
    undone_by      uuid references people on delete set null,
    kept           int
);
comment on column file_corrections.changes is 'fields, of all those people together';
comment on column file_corrections.kept is 'when undone: so many had been edited since, or are gone';
create index file_corrections_order on file_corrections (association_id, made_at desc, id desc);
create index file_corrections_made_by on file_corrections (made_by);
create index file_corrections_undone_by on file_corrections (undone_by);

-- What a correction could change, as it was before. Kept while it can be undone: an hour.
create table file_correction_people (
    correction_id     uuid not null references file_corrections on delete cascade,
    person_id         uuid not null references people on delete cascade,
    version           int not null,
    given_name        text not null,
    family_name       text not null,
    phone             text,
    postal_code       text,
    municipality_code text,
    birth_year        int,
    primary key (correction_id, person_id)
);
comment on column file_correction_people.version is 'the person''s after the correction: if it is another now, somebody has edited since';
create index file_correction_people_person on file_correction_people (person_id);

insert into person_data (table_name, column_name, kind, role, found_by, left_out, on_erasure, place) values
    ('file_corrections', 'made_by', 'deeds', 'by', null, '{}', 'unlink', 100),
    ('file_corrections', 'undone_by', 'deeds', 'by', null, '{}', 'unlink', 100),
    ('file_correction_people', 'person_id', 'identity', 'about', null, '{version}', 'delete', 100);
