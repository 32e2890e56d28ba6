-- Who has been reminded which day of contacts that are overdue: at most one mail a week.
create table liaison_reminders (
    person_id uuid not null references people on delete cascade,
    day       date not null,
    primary key (person_id, day)
);
insert into person_data (table_name, column_name, kind, role, found_by, left_out, on_erasure, place) values
    ('liaison_reminders', 'person_id', 'assignments', 'about', null, '{}', 'delete', 100);
