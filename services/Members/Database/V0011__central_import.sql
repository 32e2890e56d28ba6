-- The party's central register is the master: what its file says is compared with ours, shown, and applied when somebody says so.

-- By which somebody alike is found.
create index people_names on people (lower(family_name), lower(given_name));
create index people_phone on people (phone);

-- Everything that goes with a person when the person goes: without these, taking back a large import reads whole tables for each of them.
create index care_cases_person on care_cases (person_id);
create index care_cases_assignee on care_cases (assignee_id);
create index care_contacts_by on care_contacts (by_id);
create index assignments_person on assignments (person_id);
create index liaisons_person on liaisons (person_id);
create index board_reports_person on board_reports (person_id);

alter table memberships add column paid_until date;
comment on column memberships.paid_until is 'the last day the fee is paid for, by the central register; null: not told';

-- Version 7 in form: keys made in a statement over many rows sort by time like those made in code.
create function new_id(at timestamptz) returns uuid language sql volatile as $$
    select encode(set_bit(set_bit(
        overlay(uuid_send(gen_random_uuid()) placing substring(int8send(floor(extract(epoch from at) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
$$;

create table central_imports (
    id             uuid primary key,
    file_name      text not null,
    state          text not null check (state in ('comparing', 'ready', 'applying', 'applied', 'undoing', 'undone', 'failed', 'discarded')),
    row_count      int not null,
    remarks        jsonb not null default '[]',
    remark_count   int not null default 0,
    received_at    timestamptz not null,
    received_by    uuid,
    compared_on    date,
    members        int not null default 0,
    counts         jsonb not null default '{}',
    outcome        jsonb not null default '{}',
    is_outdated    boolean not null default false,
    acting         text,
    applied_at     timestamptz,
    applied_by     uuid,
    undone_at      timestamptz,
    undone_by      uuid,
    attempts       int not null default 0,
    rows_erased_at timestamptz,
    version        int not null default 1
);
comment on column central_imports.remarks is 'the first values that could not be used and were left out: row, column, what; never the value';
comment on column central_imports.members is 'confirmed members in the register when it was compared: what the file''s size is held against';
comment on column central_imports.is_outdated is 'the register had changed since the preview, which was then made again';
comment on column central_imports.acting is 'who asked for the work that is under way; the audit record names them';
create index central_imports_order on central_imports (received_at desc, id desc);
create index central_imports_waiting on central_imports (received_at) where state in ('comparing', 'applying', 'undoing');

-- How far the work has come. A table of its own, written outside the work's transaction, whose row lock on central_imports is the lease.
create table central_progress (
    import_id uuid primary key references central_imports on delete cascade,
    step      text not null,
    done      int not null,
    total     int not null
);

-- The file's rows: only the columns that were chosen. Erased some days later (decision 0111).
create table central_rows (
    import_id         uuid not null,
    row_no            int not null,
    member_number     text not null,
    given_name        text collate "sv-SE-x-icu" not null,
    family_name       text collate "sv-SE-x-icu" not null,
    email             text,
    phone             text,
    postal_code       text,
    municipality_code text,
    association_id    uuid,
    gender            text,
    birth_year        int,
    member_since      date,
    paid_until        date
);
comment on column central_rows.row_no is 'as a spreadsheet numbers it: the headings are row 1';
create index central_rows_order on central_rows (import_id, row_no);
-- Read as a whole and thrown away: that there are many rows is all a planner has to know.
alter table central_rows alter column import_id set statistics 10, alter column row_no set statistics 10, alter column member_number set statistics 10,
    alter column given_name set statistics 0, alter column family_name set statistics 0, alter column email set statistics 0, alter column phone set statistics 0,
    alter column postal_code set statistics 0, alter column municipality_code set statistics 0, alter column association_id set statistics 0, alter column gender set statistics 0,
    alter column birth_year set statistics 0, alter column member_since set statistics 0, alter column paid_until set statistics 0;

-- What the file and the register differ in. Unchanged rows leave nothing here.
create table central_differences (
    import_id       uuid not null,
    kind            text not null check (kind in ('new', 'changed', 'confirmed', 'doubtful', 'gone')),
    no              int not null,
    person_id       uuid,
    person_version  int,
    cause           text,
    changes         jsonb,
    decision        text check (decision in ('take', 'leaveOut', 'same', 'new', 'keep', 'left', 'lapsed')),
    applied_version int,
    undone          boolean,
    primary key (import_id, kind, no)
);
comment on column central_differences.no is 'the row in the file; for those gone, the place in the order of names';
comment on column central_differences.person_id is 'who in our register; for the new, who was added';
comment on column central_differences.cause is 'why it is doubtful: email, name, phone, ended';
comment on column central_differences.changes is 'field: [ours, the file''s]';
comment on column central_differences.decision is 'null: somebody has to decide before it can be applied';
comment on column central_differences.applied_version is 'the person''s version after it was applied: if it is another now, somebody has edited since';

-- Rows as they were before an import changed them, or null for those it made. Kept while it can be undone.
create table central_images (
    import_id uuid not null,
    person_id uuid not null,
    what      text not null check (what in ('people', 'memberships', 'hand_overs', 'care_cases', 'assignments')),
    id        uuid not null,
    image     jsonb
);
create index central_images_import on central_images (import_id, what);
create index central_images_person on central_images (import_id, person_id, what);

-- What the file's headings meant the last time, so that nobody chooses twice.
create table central_headings (
    heading text primary key,
    field   text
);
comment on column central_headings.heading is 'lower case';
comment on column central_headings.field is 'null: left out';

-- [ours, the file's] where the file says something else; null where it says nothing or the same.
create function central_change(ours anyelement, theirs anyelement) returns jsonb language sql immutable as $$
    select case when theirs is not null and ours is distinct from theirs then jsonb_build_array(ours, theirs) end
$$;

-- Paid until the day membership takes effect, a member from then on; whoever had left begins anew.
create function central_state(member_since date, membership memberships, today date) returns text language sql stable as $$
    select case when coalesce(member_since, case when membership.ended_on is null then membership.effective_on end, today) <= today then 'member' else 'paid' end
$$;

-- What the row would change about the person and the person's open (else latest) membership. Membership is in effect from the day the central
-- register says, else from the day we reckoned, else from today.
create function central_changes(the_row central_rows, person people, membership memberships, today date) returns jsonb language sql stable as $$
    select jsonb_strip_nulls(jsonb_build_object(
        'memberNumber', central_change(person.member_number, the_row.member_number),
        'givenName', central_change(person.given_name, the_row.given_name),
        'familyName', central_change(person.family_name, the_row.family_name),
        'email', central_change(person.email, the_row.email),
        'phone', central_change(person.phone, the_row.phone),
        'postalCode', central_change(person.postal_code, the_row.postal_code),
        'municipality', central_change(person.municipality_code, the_row.municipality_code),
        'association', central_change(person.association_id, the_row.association_id),
        'gender', central_change(person.gender, the_row.gender),
        'birthYear', central_change(person.birth_year, the_row.birth_year),
        'memberSince', central_change(membership.effective_on, the_row.member_since),
        'paidUntil', central_change(membership.paid_until, the_row.paid_until),
        'state', central_change(membership.state, central_state(the_row.member_since, membership, today))))
$$;
