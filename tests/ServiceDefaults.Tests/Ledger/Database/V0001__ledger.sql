-- Without a key: an event that takes effect twice is there twice.
create table effects (
    event_id uuid not null
);

create table states (
    id      uuid primary key,
    version int not null,
    name    text not null
);
