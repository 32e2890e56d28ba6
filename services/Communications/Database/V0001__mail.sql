-- Whom the platform can write to, what is on its way, and Development's mailbox.

create table recipients (
    member_id    uuid primary key,
    given_name   text,
    display_name text,
    address      text,
    language     text not null,
    state        text not null,
    version      int not null,
    changed_at   timestamptz,
    ended_at     timestamptz
);
comment on table recipients is 'This service''s copy of the people in the register, fed by events in any order';
comment on column recipients.version is 'the highest version of the person seen; 0 while only the end of a membership is known';
comment on column recipients.changed_at is 'when the highest version happened; null with version 0';
comment on column recipients.ended_at is 'when the last end of a membership happened that was told without a version';
comment on column recipients.address is 'null where there is none, and for everyone who is no longer with us: nothing to write to them about';

create table outgoing_mail (
    id           uuid primary key,
    event_id     uuid not null,
    template     text not null,
    member_id    uuid,
    address      text not null,
    display_name text,
    language     text not null,
    subject      text,
    text         text,
    html         text,
    message_id   text not null unique,
    state        text not null default 'queued' check (state in ('queued', 'sent', 'failed')),
    attempts     int not null default 0,
    reason       text,
    next_at      timestamptz not null,
    created_at   timestamptz not null,
    queued_at    timestamptz not null,
    sent_at      timestamptz,
    unique (event_id, template)
);
comment on column outgoing_mail.text is 'null once sent: it may hold a one-time link, and has done its duty';
comment on column outgoing_mail.message_id is 'the same at every attempt, so that a repetition can be recognised';
comment on column outgoing_mail.reason is 'why the last attempt failed: a code, never a person''s data';
comment on column outgoing_mail.queued_at is 'when it was queued last: trying ends some days after this';
create index outgoing_mail_due on outgoing_mail (next_at, id) where state = 'queued';
create index outgoing_mail_state on outgoing_mail (state, id);
create index outgoing_mail_created on outgoing_mail (created_at);

create table dev_mailbox (
    id         bigint generated always as identity primary key,
    message_id text not null,
    recipient  text not null,
    sender     text not null,
    subject    text not null,
    text       text,
    html       text,
    headers    jsonb not null,
    at         timestamptz not null,
    deliveries int not null default 1,
    unique (message_id, recipient)
);
comment on table dev_mailbox is 'Development only; elsewhere nothing writes or reads it';
comment on column dev_mailbox.deliveries is 'how often the same message came: above 1 after a crash between delivery and note of it';
create index dev_mailbox_recipient on dev_mailbox (recipient, id);
