-- Where the gateway has data about people, and that nobody who is erased comes back.

insert into person_data (table_name, column_name, kind, role, found_by, left_out, on_erasure, place) values
    ('accounts', 'member_id', 'account', 'about', null, '{normalized_email,user_name,normalized_user_name,security_stamp,concurrency_stamp,totp_step,version}', 'delete', 900),
    ('account_tokens', 'account_id', 'account', 'about', 'one.account_id in (select id from accounts where member_id = $1)', '{value}', 'delete', 100),
    ('account_passkeys', 'account_id', 'account', 'about', 'one.account_id in (select id from accounts where member_id = $1)', '{data,credential_id}', 'delete', 100),
    ('sessions', 'account_id', 'account', 'about', 'one.account_id in (select id from accounts where member_id = $1)', '{token_hash}', 'delete', 100),
    ('factor_tries', 'account_id', 'account', 'about', 'one.account_id in (select id from accounts where member_id = $1)', '{device_id}', 'delete', 100),
    ('factor_resets', 'account_id', 'account', 'about', 'one.account_id in (select id from accounts where member_id = $1)', '{requested_by,decided_by}', 'delete', 100),
    ('factor_resets', 'requested_by', 'deeds', 'by', 'one.requested_by in (select id from accounts where member_id = $1)', '{}', 'delete', 100),
    ('factor_resets', 'decided_by', 'deeds', 'by', 'one.decided_by in (select id from accounts where member_id = $1)', '{}', 'unlink', 100),
    ('external_logins', 'account_id', 'account', 'about', 'one.account_id in (select id from accounts where member_id = $1)', '{}', 'delete', 100),
    ('sign_in_links', 'email', 'account', 'about', 'one.email in (select normalized_email from accounts where member_id = $1)', '{token_hash}', 'delete', 100),
    ('assignments', 'member_id', 'assignments', 'about', null, '{version,grants}', 'delete', 100);
create trigger stays_erased before insert or update on accounts for each row execute function stays_erased('member_id');
create trigger stays_erased before insert or update on assignments for each row execute function stays_erased('member_id');
