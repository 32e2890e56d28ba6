-- A mail to a member that has failed for good is told to the register, once.
alter table outgoing_mail add column bounce_told boolean not null default true;
create index outgoing_mail_bounced on outgoing_mail (id) where not bounce_told;
