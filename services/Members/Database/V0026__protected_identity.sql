-- Protected identity: how to reach somebody is shown to nobody but themselves and the person named for it.
alter table people
    add column is_protected boolean not null default false,
    add column contact_person_id uuid references people on delete set null;
comment on column people.contact_person_id is 'through whom somebody with protected identity is reached; null with is_protected: nobody is named any more, which the district must mend';
create index people_contact_person on people (contact_person_id) where contact_person_id is not null;
create index people_protected on people (id) where is_protected;

-- Whether the ways to reach somebody are hidden from a reader (null: no person).
create function is_hidden(person people, reader uuid) returns boolean language sql immutable as $$
    select person.is_protected and person.id is distinct from reader and person.contact_person_id is distinct from reader
$$;

insert into assignment_permissions (kind, permission) values ('ombudsman', 'protection:manage'), ('districtChair', 'protection:manage');
update assignments set rights_told = false where ended_on is null and kind in ('ombudsman', 'districtChair');
