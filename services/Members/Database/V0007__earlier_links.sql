-- A new link ends the earlier one; the earlier row stays until it is forgotten, so that mails to an address can be counted.
drop index applications_one_waiting;
create index applications_email on applications (email, created_at);
