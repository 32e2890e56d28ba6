-- Public profiles of those who are elected.

create table public_profiles (
    assignment_id uuid primary key references assignments on delete cascade,
    area          text,
    about         text not null default '',
    email         text,
    phone         text,
    web           text,
    portrait      bytea check (length(portrait) <= 300000),
    consented_at  timestamptz,
    published     jsonb,
    published_at  timestamptz,
    edited_at     timestamptz not null,
    edited_by     uuid references people on delete set null,
    version       int not null default 1,
    check ((published is null) = (published_at is null))
);
comment on column public_profiles.consented_at is 'when the person agreed to what stands there now; an edit by somebody else takes it away';
comment on column public_profiles.published is 'what the public sees: as it was when it was published; null: nothing is shown';
create index public_profiles_edited_by on public_profiles (edited_by);
create index public_profiles_shown on public_profiles (assignment_id) where published is not null;

insert into person_data (table_name, column_name, kind, role, found_by, left_out, on_erasure, place) values
    ('public_profiles', 'assignment_id', 'assignments', 'about', 'one.assignment_id in (select id from assignments where person_id = $1)', '{published,edited_by,version}', 'delete', 100),
    ('public_profiles', 'edited_by', 'deeds', 'by', null, '{}', 'unlink', 90);
