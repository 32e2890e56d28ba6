-- Two entries that are the same person become one, and can be told apart again within thirty days.
alter table people add column merged_into uuid references people on delete cascade;
comment on column people.merged_into is 'an emptied entry: everything about the person is with that one; goes when the merge can no longer be undone';
create index people_merged on people (merged_into) where merged_into is not null;

create table merges (
    id                uuid primary key,
    kept_id           uuid not null references people on delete cascade,
    absorbed_id       uuid not null,
    merged_at         timestamptz not null,
    kept_before       jsonb not null,
    kept_after        jsonb not null,
    absorbed_before   jsonb not null,
    ended_assignments uuid[] not null default '{}',
    closed_cases      uuid[] not null default '{}',
    undone_at         timestamptz
);
comment on column merges.kept_before is 'the fields that were chosen among, before and after: undoing gives back those that nobody has changed since';
comment on column merges.absorbed_before is 'the whole entry';
create index merges_order on merges (merged_at desc, id desc);
create index merges_kept on merges (kept_id);

-- What the merge pointed elsewhere (key: the row, by its primary key) or took away (image: the row as it was).
create table merged_rows (
    merge_id    uuid not null references merges on delete cascade,
    no          int generated always as identity,
    table_name  text not null,
    column_name text,
    key         jsonb,
    image       jsonb,
    primary key (merge_id, no)
);

-- Pairs that somebody has said are two.
create table not_duplicates (
    one_id   uuid not null references people on delete cascade,
    other_id uuid not null references people on delete cascade,
    said_at  timestamptz not null,
    primary key (one_id, other_id),
    check (one_id < other_id)
);

-- Whatever points to the absorbed entry points to the kept one from now on: found in the catalogue, so that a table that comes later is not forgotten. Where the kept
-- entry has the same already (an assignment, a fee year), the row stays where nobody sees it.
create function repoint_people(the_merge uuid, kept uuid, absorbed uuid) returns void language plpgsql as $$
declare
    link record;
    place tid;
    row_key jsonb;
begin
    for link in
        select class.relname as table_name, its_column.attname as column_name,
            (select array_agg(key_column.attname) from pg_index keys join pg_attribute key_column on key_column.attrelid = keys.indrelid and key_column.attnum = any(keys.indkey)
                where keys.indrelid = class.oid and keys.indisprimary) as key_columns
        from pg_constraint reference
        join pg_class class on class.oid = reference.conrelid
        join pg_attribute its_column on its_column.attrelid = reference.conrelid and its_column.attnum = reference.conkey[1]
        where reference.contype = 'f' and reference.confrelid = 'people'::regclass and class.relname not in ('people_words', 'merges', 'not_duplicates')
        order by class.relname = 'memberships' desc, class.relname, its_column.attname
    loop
        for place in execute format('select ctid from %I where %I = $1', link.table_name, link.column_name) using absorbed
        loop
            begin
                execute format(
                    'update %1$I one set %2$I = $1 where ctid = $2 returning (select jsonb_object_agg(name, to_jsonb(one) -> name) from unnest($3::text[]) name)',
                    link.table_name, link.column_name) into row_key using kept, place, link.key_columns;
                insert into merged_rows (merge_id, table_name, column_name, key) values (the_merge, link.table_name, link.column_name, row_key);
            exception when unique_violation or check_violation or exclusion_violation then
                null;
            end;
        end loop;
    end loop;
end
$$;

-- The other way: what still points to the kept entry goes back, and what was taken away returns.
create function point_back(the_merge uuid, kept uuid, absorbed uuid) returns void language plpgsql as $$
declare
    moved record;
begin
    for moved in select * from merged_rows where merge_id = the_merge order by image is not null, no desc
    loop
        begin
            if moved.image is null then
                execute format('update %1$I one set %2$I = $1 where %2$I = $2 and %3$s', moved.table_name, moved.column_name,
                    (select string_agg(format('%I::text = $3 ->> %L', name, name), ' and ') from jsonb_object_keys(moved.key) name)) using absorbed, kept, moved.key;
            else
                execute format('insert into %1$I select * from jsonb_populate_record(null::%1$I, $1)', moved.table_name) using moved.image;
            end if;
        exception when unique_violation or check_violation or exclusion_violation or foreign_key_violation then
            null;
        end;
    end loop;
end
$$;
