-- Material that the region group and the district publish for the associations, and which of them have read it.

create table region_material (
    id           uuid primary key,
    area         text not null check (area in ('care', 'publicTransport', 'culture', 'development', 'climate', 'staff', 'economy', 'other')),
    title        text not null,
    body         text not null,
    link         text,
    file_id      uuid references stored_files,
    valid_until  date,
    published_at timestamptz not null,
    published_by uuid references people on delete set null,
    version      int not null default 1,
    search       tsvector generated always as (setweight(to_tsvector('swedish', title), 'A') || setweight(to_tsvector('swedish', body), 'B')) stored
);
comment on column region_material.valid_until is 'the last day on which associations see it; null: until further notice';
create index region_material_order on region_material (published_at desc, id desc);
create index region_material_search on region_material using gin (search);
create index region_material_file on region_material (file_id);
create index region_material_by on region_material (published_by);

create table region_material_reads (
    material_id    uuid not null references region_material on delete cascade,
    association_id uuid not null references associations,
    read_at        timestamptz not null,
    read_by        uuid references people on delete set null,
    primary key (material_id, association_id)
);
comment on table region_material_reads is 'one mark an association, not one a person';
create index region_material_reads_association on region_material_reads (association_id);
create index region_material_reads_by on region_material_reads (read_by);

insert into person_data (table_name, column_name, kind, role, found_by, left_out, on_erasure, place) values
    ('region_material', 'file_id', null, 'none', null, '{}', 'keep', 100),
    ('region_material', 'published_by', 'deeds', 'by', null, '{}', 'unlink', 100),
    ('region_material_reads', 'read_by', 'deeds', 'by', null, '{}', 'unlink', 100);
