-- Whose data a service holds and where; a copy for the person, and erasure that leaves the audit record verifiable. The link of the record is computed here and nowhere else.

create table person_data (
    table_name  text not null,
    column_name text not null,
    kind        text,
    role        text not null check (role in ('about', 'by', 'with', 'none')),
    found_by    text,
    left_out    text[] not null default '{}',
    on_erasure  text not null default 'keep' check (on_erasure in ('delete', 'unlink', 'change', 'keep')),
    change      text,
    erased_only text,
    place       int not null default 100,
    primary key (table_name, column_name),
    check ((kind is null) = (role = 'none')),
    check ((change is not null) = (on_erasure = 'change'))
);
comment on table person_data is 'every column of this service that leads to a person; a test finds those in the catalogue that are missing here';
comment on column person_data.kind is 'of data, as Contracts names them';
comment on column person_data.role is 'about: the row tells of the person; by: it tells what the person has done; with: only erased; none: leads to nobody';
comment on column person_data.found_by is 'a condition on the row, called one, where $1 is the person; null: the column is the person''s id';
comment on column person_data.left_out is 'columns that are no part of a copy: secrets, and what tells of others';
comment on column person_data.erased_only is 'a further condition at erasure: the other rows are kept by law';
comment on column person_data.place is 'the order of erasure: what is found by way of another table goes before that';

create table erased_people (
    person_id uuid primary key,
    erased_at timestamptz not null,
    rows      jsonb not null
);
comment on table erased_people is 'nobody here comes back: not by a late event, not by a restored backup. An id that leads to nobody, and how many rows of each kind went';

create function person_rows(data person_data) returns text language sql immutable as $$
    select '(' || coalesce(data.found_by, format('one.%I = $1', data.column_name)) || ')'
$$;

-- What is held about somebody: [{kind, table, role, count, rows}]. Of what the person has done only the number.
create function person_copy(person uuid, with_rows boolean) returns jsonb language plpgsql stable as $$
declare
    data person_data;
    parts jsonb := '[]';
    part jsonb;
begin
    for data in select * from person_data where role in ('about', 'by') order by kind, table_name, column_name
    loop
        execute format(
            'select jsonb_build_object(''count'', count(*), ''rows'', coalesce(jsonb_agg(jsonb_strip_nulls(to_jsonb(one) - $2)) filter (where $3), ''[]'')) from %I one where %s', data.table_name, person_rows(data))
            into part using person, data.left_out || data.column_name, with_rows and data.role = 'about';
        if (part ->> 'count')::int > 0 then
            parts := parts || jsonb_build_array(jsonb_build_object('kind', data.kind, 'table', data.table_name, 'role', data.role) || part);
        end if;
    end loop;
    select jsonb_build_object('kind', 'changes', 'table', 'audit', 'role', 'about', 'count', count(*), 'rows',
            coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('at', at, 'action', action, 'reason', reason)) order by id) filter (where with_rows), '[]'))
        into part from audit where subject = person;
    return case when (part ->> 'count')::int > 0 then parts || jsonb_build_array(part) else parts end;
end
$$;

-- Erases somebody here, once; how many rows of each kind went. What the law keeps stays as person_data says.
create function erase_person(person uuid, now_is timestamptz) returns jsonb language plpgsql as $$
declare
    data person_data;
    subjects uuid[] := array[person];
    found uuid[];
    counts jsonb;
    went bigint;
begin
    perform pg_advisory_xact_lock(hashtextextended(person::text, 0));
    select rows into counts from erased_people where person_id = person;
    if counts is not null then
        return counts;
    end if;
    counts := '{}';
    for data in select one.* from person_data one where role = 'about' and exists (
        select from information_schema.columns its where its.table_schema = 'public' and its.table_name = one.table_name and its.column_name = 'id' and its.data_type = 'uuid')
    loop
        execute format('select array_agg(one.id) from %I one where %s', data.table_name, person_rows(data)) into found using person;
        subjects := subjects || coalesce(found, '{}');
    end loop;
    update audit set content = null, salt = null, reason = null
        where salt is not null and (subject = any(subjects) or strpos(content::text, person::text) > 0 or strpos(reason, person::text) > 0);
    delete from idempotency where caller = 'member:' || person or strpos(body::text, person::text) > 0;
    delete from inbox_retry where strpos(body::text, person::text) > 0 and type not in ('PersonErased', 'PersonDataWanted');
    for data in select * from person_data where on_erasure <> 'keep' order by place, table_name, column_name
    loop
        execute case data.on_erasure
                when 'delete' then format('delete from %I one where %s', data.table_name, person_rows(data))
                when 'unlink' then format('update %I one set %I = null where %s', data.table_name, data.column_name, person_rows(data))
                else format('update %I one set %s where %s', data.table_name, data.change, person_rows(data))
            end || coalesce(' and (' || data.erased_only || ')', '') using person;
        get diagnostics went = row_count;
        if went > 0 then
            counts := counts || jsonb_build_object(data.kind, coalesce((counts ->> data.kind)::bigint, 0) + went);
        end if;
    end loop;
    insert into erased_people (person_id, erased_at, rows) values (person, now_is, counts);
    return counts;
end
$$;

-- For tables that hold copies of others' state: an event that comes late brings nobody back. The argument is the column of the person's id.
create function stays_erased() returns trigger language plpgsql as $$ begin
    return case when exists (select from erased_people where person_id = (to_jsonb(new) ->> tg_argv[0])::uuid) then null else new end; end $$;

-- Columns that may lead to a person and are not described: found by foreign keys to what is about people, and by their names.
create function undescribed_person_columns() returns setof text language sql stable as $$
    select its_class.relname || '.' || its_column.attname
    from pg_attribute its_column join pg_class its_class on its_class.oid = its_column.attrelid
    where its_class.relkind = 'r' and its_class.relnamespace = 'public'::regnamespace and its_column.attnum > 0 and not its_column.attisdropped
        and its_class.relname not in ('audit', 'idempotency', 'inbox_retry', 'person_data', 'erased_people', 'subscribers', 'migrations')
        and not exists (select from person_data where table_name = its_class.relname and column_name = its_column.attname)
        and (exists (
                select from pg_constraint link join pg_class target on target.oid = link.confrelid
                where link.contype = 'f' and link.conrelid = its_class.oid and its_column.attnum = any(link.conkey) and target.relname in (select table_name from person_data where role = 'about')
                    and target.relname <> its_class.relname)
            or its_column.attname ~ '(^|_)(person|member|account_id|claimant|approver|owner|reader|recipient|actor|by|email|phone|address|given_name|family_name|personal_number)(_id)?$'
                and not exists (select from person_data where table_name = its_class.relname and role = 'about'))
    order by 1
$$;

-- The audit record's chain. One writer at a time between here and commit: a chain has one end.
alter table audit add column content_hash bytea, alter column salt drop not null;
comment on column audit.content_hash is 'sha256(salt, reason, content)';
comment on column audit.hash is 'sha256 over previous_hash, at, actor, action, subject and content_hash: content, reason and salt can be erased while the chain stays whole';

create function audit_content(line audit) returns bytea language sql immutable as $$
    select sha256(line.salt || convert_to(coalesce(line.reason, '') || E'\n' || coalesce(line.content::text, ''), 'UTF8'))
$$;
create function audit_link(line audit) returns bytea language sql immutable as $$
    select sha256(line.previous_hash || convert_to(concat_ws(E'\n', (extract(epoch from line.at) * 1000000)::bigint, line.actor, line.action, line.subject), 'UTF8') || line.content_hash)
$$;

create function lock_audit() returns trigger language plpgsql as $$ begin perform pg_advisory_xact_lock(x'7670617564697400'::bigint); return null; end $$;
create function link_audit() returns trigger language plpgsql as $$ begin
    new.salt := uuid_send(gen_random_uuid());
    new.previous_hash := coalesce((select hash from audit order by id desc limit 1), '');
    new.content_hash := audit_content(new);
    new.hash := audit_link(new);
    return new; end $$;

-- What was written by an earlier release is linked anew, once: its links did not keep the hash of their content.
do $$
declare
    line audit;
    previous bytea := '';
begin
    for line in select * from audit order by id
    loop
        line.previous_hash := previous;
        line.content_hash := audit_content(line);
        previous := audit_link(line);
        update audit set previous_hash = line.previous_hash, content_hash = line.content_hash, hash = previous where id = line.id;
    end loop;
end
$$;
alter table audit alter column content_hash set not null;
create trigger lock_audit before insert on audit for each statement execute function lock_audit();
create trigger link_audit before insert on audit for each row execute function link_audit();

create table audit_checks (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    lines   bigint not null,
    last_id bigint,
    hash    bytea,
    fault   text
);
comment on table audit_checks is 'each verification, with the end of the chain as it was: a chain that is cut short, or written anew, no longer holds it';

-- Verifies the whole chain and notes it: 'whole' with its end, or 'broken' with the first fault.
create function check_audit(now_is timestamptz) returns text language plpgsql as $$
declare
    its_fault text;
begin
    select fault into its_fault from (
        select id, case
            when previous_hash is distinct from coalesce(lag(hash) over (order by id), '') then format('line %s does not follow the one before it', id)
            when hash is distinct from audit_link(line) then format('line %s was changed', id)
            when salt is not null and content_hash is distinct from audit_content(line) then format('the content of line %s was changed', id)
            when salt is null and num_nonnulls(content, reason) > 0 then format('line %s has content without its salt', id)
        end as fault from audit line) checked
    where fault is not null order by id limit 1;
    its_fault := coalesce(its_fault, (
        select format('the chain no longer holds its end as it was %s', at::date) from audit_checks earlier
        where fault is null and last_id is not null and ((select hash from audit where id = last_id) is distinct from earlier.hash or (select count(*) from audit where id <= last_id) <> earlier.lines)
        order by id limit 1));
    insert into audit_checks (at, lines, last_id, hash, fault)
        select now_is, count(*), max(id), (select hash from audit order by id desc limit 1), its_fault from audit;
    return (select case when fault is null then format('whole: %s lines, ending in %s', lines, encode(hash, 'hex')) else 'broken: ' || fault end from audit_checks order by id desc limit 1);
end
$$;
