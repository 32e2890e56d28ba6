-- Who has moved between associations: both sides are told, and it can be taken back.
create table moves (
    id                uuid primary key,
    person_id         uuid not null references people on delete cascade,
    from_id           uuid not null references associations,
    to_id             uuid not null references associations,
    moved_at          timestamptz not null,
    reason            text,
    stays_attached    boolean not null,
    was_attached      date,
    ended_assignments uuid[] not null,
    case_id           uuid,
    seen_by_from      timestamptz,
    seen_by_to        timestamptz,
    undone_at         timestamptz,
    check (from_id <> to_id)
);
comment on column moves.was_attached is 'since when the person was attached to the association that now is theirs; null: was not';
comment on column moves.case_id is 'the care case that the move opened where the person came';
create index moves_from on moves (from_id, moved_at desc, id desc);
create index moves_to on moves (to_id, moved_at desc, id desc);
create index moves_person on moves (person_id, moved_at desc);

-- Dual attachment: a member takes part in a second association too, and votes in one only (people.association_id).
create table attachments (
    id             uuid primary key,
    person_id      uuid not null references people on delete cascade,
    association_id uuid not null references associations,
    since          date not null,
    ended_on       date
);
create unique index attachments_open on attachments (person_id, association_id) where ended_on is null;
create index attachments_association on attachments (association_id) where ended_on is null;
