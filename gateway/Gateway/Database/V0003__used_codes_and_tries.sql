-- A time code is good for one use (RFC 6238 §5.2); wrong ones are counted apart for browsers that the person has used before.

alter table accounts add column totp_step bigint;
comment on column accounts.totp_step is 'half minutes since 1970 of the last code that was accepted; null where none has been since the app was set up';

create table factor_tries (
    account_id  uuid not null references accounts on delete cascade,
    device_id   uuid not null,
    failures    int not null,
    rests_until timestamptz,
    tried_at    timestamptz not null,
    primary key (account_id, device_id)
);
comment on table factor_tries is 'instants by the machine''s clock; the nil uuid stands for all browsers in which the person has never given a second factor';

alter table sign_in_links add column known_device boolean not null default false;
comment on column sign_in_links.known_device is 'asked for in a browser that one of the address''s people has signed in with: counted apart from what strangers ask for';
