-- Where this service has data about people, and that nobody who is erased comes back.

insert into person_data (table_name, column_name, kind, role, found_by, left_out, on_erasure, place) values
    ('recipients', 'member_id', 'identity', 'about', null, '{version}', 'delete', 900),
    ('outgoing_mail', 'member_id', 'mail', 'about', '(one.member_id = $1 or one.template <> ''privacyNotice'' and one.address in (select address from recipients where member_id = $1))', '{text,html,message_id,event_id}', 'delete', 100),
    ('dev_mailbox', 'recipient', 'mail', 'with', 'one.recipient in (select address from recipients where member_id = $1)', '{}', 'delete', 100);
create trigger stays_erased before insert or update on recipients for each row execute function stays_erased('member_id');
