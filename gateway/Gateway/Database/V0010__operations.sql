-- How the platform has fared, which alarms were raised about it, and the copies of its data. Instants by the platform's clock.

create table measurements (
    service text not null,
    name    text not null,
    is_hour boolean not null,
    at      timestamptz not null,
    value   bigint not null,
    samples int not null default 1,
    primary key (is_hour, name, at, service)
);
comment on table measurements is 'every minute of the last day, every hour of the last ninety';
comment on column measurements.value is 'of an hour: the highest; of health: how many of the samples were not well';

create table alarms (
    id          uuid primary key,
    service     text not null,
    name        text not null,
    label       text not null default '',
    value       bigint not null,
    beyond_since timestamptz not null,
    raised_at   timestamptz,
    told_at     timestamptz,
    ended_at    timestamptz
);
comment on column alarms.beyond_since is 'when the limit was first found passed; the alarm is raised when that has lasted';
create unique index alarms_open on alarms (service, name, label) where ended_at is null;
create index alarms_ended on alarms (ended_at);

create table backups (
    id          uuid primary key default gen_random_uuid(),
    name        text not null,
    at          timestamptz not null,
    size_bytes  bigint not null,
    verified_at timestamptz
);
comment on table backups is 'one row a backup, written by the command that makes it; verified_at when a trial restore of it succeeded';
create index backups_at on backups (at desc);
