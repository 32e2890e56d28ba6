-- How a membership can end besides the board's decisions; and what is needed to take a slip back.
alter table memberships drop constraint memberships_state_check;
alter table memberships add constraint memberships_state_check
    check (state in ('applicant', 'paid', 'member', 'refused', 'revoked', 'lapsed', 'left', 'excluded', 'deceased'));
alter table memberships
    add column ended_at timestamptz,
    add column state_before text,
    add column ended_assignments uuid[] not null default '{}',
    add column closed_cases uuid[] not null default '{}';
comment on column memberships.ended_at is 'when somebody noted here that it has ended; null: an import or an earlier release did';
comment on column memberships.state_before is 'how it stood before it was ended here';
comment on column memberships.ended_assignments is 'what ended with it, so that taking it back gives them back';

-- Fees noted here, a year each. What the central register says about the fee is memberships.paid_until.
create table fee_years (
    person_id uuid not null references people on delete cascade,
    year      int not null,
    paid_on   date not null,
    noted_at  timestamptz not null,
    primary key (person_id, year)
);
insert into fee_years (person_id, year, paid_on, noted_at)
    select distinct on (person_id, extract(year from paid_on)) person_id, extract(year from paid_on)::int, paid_on, paid_on
    from memberships where paid_on is not null and confirmed_on is null order by person_id, extract(year from paid_on), paid_on;

-- True where the year's fee is noted here, or the central register says that it is paid for the year's last day.
create function fee_is_paid(the_person uuid, paid_until date, the_year int) returns boolean language sql stable as $$
    select coalesce(paid_until >= make_date(the_year, 12, 31), false) or exists (select from fee_years where person_id = the_person and year = the_year)
$$;

-- The district's own rules, where the statutes leave them open. One row.
create table membership_rules (
    only_one           boolean primary key default true check (only_one),
    lapse_after_months int check (lapse_after_months between 0 and 36),
    version            int not null default 1
);
comment on column membership_rules.lapse_after_months is 'months after the last paid day until a membership lapses; null: not known, and then nothing is forecast';
insert into membership_rules default values;
