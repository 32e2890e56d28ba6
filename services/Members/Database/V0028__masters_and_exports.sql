-- Which register is believed about a field where both say something. Only what the district has changed; the central register is the master of the rest.
create table central_masters (
    field  text primary key check (field in ('givenName', 'familyName', 'email', 'phone', 'postalCode', 'municipality', 'association', 'gender', 'birthYear')),
    master text not null check (master in ('central', 'ours'))
);
comment on table central_masters is 'membership itself (number, first day, fee) is the central register''s and cannot be ours';

insert into assignment_permissions (kind, permission) values
    ('ombudsman', 'register:export'), ('chair', 'register:export'), ('membershipSecretary', 'register:export');
update assignments set rights_told = false where ended_on is null and kind in ('ombudsman', 'chair', 'membershipSecretary');

-- Where ours is believed and the file said something else: what the district has to correct in the central register.
create table central_corrections (
    import_id uuid not null references central_imports on delete cascade,
    person_id uuid not null references people on delete cascade,
    field     text not null,
    ours      text not null,
    theirs    text not null,
    primary key (import_id, person_id, field)
);
create index central_corrections_person on central_corrections (person_id);
