-- Those who are elected, as the public sees them: this service's copy, fed by events in any order.

create table profiles (
    profile_id uuid primary key,
    version    int not null,
    member_id  uuid,
    name       text collate "sv-SE-x-icu",
    kind       text,
    area       text,
    about      text,
    email      text,
    phone      text,
    web        text,
    portrait   bytea,
    until_on   date,
    check ((name is null) = (kind is null))
);
comment on column profiles.name is 'null: withdrawn, and forgotten except for its version';
comment on column profiles.until_on is 'shown to nobody after this day, also while the end is still on its way here';
create index profiles_member on profiles (member_id);

insert into person_data (table_name, column_name, kind, role, found_by, left_out, on_erasure, place) values
    ('profiles', 'member_id', 'assignments', 'about', null, '{version}', 'delete', 100);
create trigger stays_erased before insert or update on profiles for each row execute function stays_erased('member_id');
