-- The owner of state that is sent again may be at work meanwhile: what is under way then is not to be forgotten by others.

alter table resends add column forget uuid not null default '00000000-0000-0000-0000-000000000000';
comment on column resends.forget is 'others forget what they have up to this id and was not sent again';
