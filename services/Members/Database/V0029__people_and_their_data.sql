-- What people may ask about their data, and where in this service data about people is.

create table privacy_requests (
    id            uuid primary key,
    person_id     uuid not null,
    kind          text not null check (kind in ('access', 'correction', 'objection', 'erasure')),
    state         text not null check (state in ('open', 'working', 'done', 'refused', 'withdrawn')),
    processing    text check (processing in ('asks', 'phone', 'careByRule')),
    wish          text,
    by_desk       boolean not null,
    identity_note text,
    made_at       timestamptz not null,
    due_on        date not null,
    answered_at   timestamptz,
    answered_by   uuid references people on delete set null,
    answer        text,
    kept_until    date,
    expires_at    timestamptz,
    version       int not null default 1,
    check ((processing is not null) = (kind = 'objection'))
);
comment on column privacy_requests.person_id is 'no foreign key: that somebody was erased, and when, is kept; then the id leads to nobody';
comment on column privacy_requests.due_on is 'within a month (GDPR art. 12.3)';
comment on column privacy_requests.identity_note is 'how the desk knew who asked';
comment on column privacy_requests.kept_until is 'of an erasure: the last day that vouchers with the name are kept; null: none';
comment on column privacy_requests.expires_at is 'of a copy: when it is thrown away';
create index privacy_requests_person on privacy_requests (person_id, made_at desc);
create index privacy_requests_due on privacy_requests (due_on, id) where state in ('open', 'working');
create index privacy_requests_closed on privacy_requests (answered_at desc, id desc) where state not in ('open', 'working');
create unique index privacy_requests_one_open on privacy_requests (person_id, kind, coalesce(processing, '')) where state in ('open', 'working') and kind <> 'correction';
create index privacy_requests_answered_by on privacy_requests (answered_by);

-- What each service gave to a copy, until it expires; and what each said when it had erased.
create table privacy_answers (
    request_id uuid not null references privacy_requests on delete cascade,
    service    text not null,
    at         timestamptz not null,
    content    jsonb,
    primary key (request_id, service)
);
comment on column privacy_answers.content is 'of a copy: what the service holds, null once it has expired; of an erasure: how many rows of each kind went';

-- What somebody objects to; takes effect as long as the row stands.
create table objections (
    person_id  uuid not null references people on delete cascade,
    processing text not null check (processing in ('asks', 'phone', 'careByRule')),
    since      timestamptz not null,
    primary key (person_id, processing)
);

-- Whoever does not want to be phoned has no number here, whatever form or file brings it again.
create function phone_is_objected() returns trigger language plpgsql as $$ begin
    if new.phone is not null and exists (select from objections where person_id = new.id and processing = 'phone') then
        new.phone := null;
    end if;
    return new; end $$;
create trigger phone_is_objected before update of phone on people for each row execute function phone_is_objected();

-- Case by rule (a move, long inactivity) opens for nobody who objects to that; what a person opens stays.
create function care_is_objected(person uuid) returns boolean language sql stable as $$
    select exists (select from objections where person_id = person and processing = 'careByRule')
$$;

insert into assignment_permissions (kind, permission) values ('ombudsman', 'privacy:manage'), ('districtChair', 'privacy:manage');
update assignments set rights_told = false where ended_on is null and kind in ('ombudsman', 'districtChair');

insert into person_data (table_name, column_name, kind, role, found_by, left_out, on_erasure, change, erased_only, place) values
    ('people', 'id', 'identity', 'about', '(one.id = $1 or one.merged_into = $1)', '{contact_person_id,merged_into,version}', 'delete', null, null, 1000),
    ('people', 'contact_person_id', 'deeds', 'by', null, '{}', 'unlink', null, null, 100),
    ('people', 'merged_into', null, 'none', null, '{}', 'keep', null, null, 100),
    ('associations', 'address', null, 'none', null, '{}', 'keep', null, null, 100),
    ('associations', 'email', null, 'none', null, '{}', 'keep', null, null, 100),
    ('associations', 'phone', null, 'none', null, '{}', 'keep', null, null, 100),
    ('municipalities', 'covered_by', null, 'none', null, '{}', 'keep', null, null, 100),
    ('people_words', 'family_name', null, 'none', null, '{}', 'keep', null, null, 100),
    ('people_words', 'given_name', null, 'none', null, '{}', 'keep', null, null, 100),
    ('people_words', 'person_id', 'identity', 'with', null, '{}', 'delete', null, null, 100),
    ('applications', 'email', 'application', 'about',
        '(one.email, lower(one.given_name), lower(one.family_name)) in (select email, lower(given_name), lower(family_name) from people where id = $1)', '{token_hash}', 'delete', null, null, 100),
    ('memberships', 'person_id', 'membership', 'about', null, '{ended_assignments,closed_cases}', 'delete', null, null, 900),
    ('hand_overs', 'membership_id', 'membership', 'about', 'one.membership_id in (select id from memberships where person_id = $1)', '{}', 'delete', null, null, 100),
    ('fee_years', 'person_id', 'membership', 'about', null, '{}', 'delete', null, null, 100),
    ('moves', 'person_id', 'membership', 'about', null, '{ended_assignments}', 'delete', null, null, 100),
    ('attachments', 'person_id', 'membership', 'about', null, '{}', 'delete', null, null, 100),
    ('moved_people', 'person_id', 'membership', 'about', null, '{}', 'delete', null, null, 100),
    ('board_reports', 'person_id', 'membership', 'about', null, '{}', 'delete', null, null, 100),
    ('reorganised_rows', 'id', 'membership', 'about', '(one.what = ''people'' and one.id = $1)', '{}', 'delete', null, null, 100),
    ('reorganised_rows', 'assignee_id', 'deeds', 'by', null, '{}', 'unlink', null, null, 100),
    ('assignments', 'person_id', 'assignments', 'about', null, '{rights_told,version}', 'delete', null, null, 900),
    ('liaison_terms', 'person_id', 'assignments', 'about', null, '{started_by,ended_by}', 'delete', null, null, 100),
    ('liaison_stand_ins', 'person_id', 'assignments', 'about', null, '{stand_in_id}', 'delete', null, null, 100),
    ('liaison_stand_ins', 'stand_in_id', 'assignments', 'about', null, '{person_id}', 'delete', null, null, 100),
    ('care_workers', 'person_id', 'assignments', 'about', null, '{calendar_hash}', 'delete', null, null, 100),
    ('care_reminders', 'person_id', 'assignments', 'about', null, '{}', 'delete', null, null, 100),
    ('care_cases', 'person_id', 'care', 'about', null, '{assignee_id,version}', 'delete', null, null, 900),
    ('care_cases', 'assignee_id', 'deeds', 'by', null, '{}', 'unlink', null, null, 100),
    ('care_contacts', 'case_id', 'care', 'about', 'one.case_id in (select id from care_cases where person_id = $1)', '{by_id}', 'delete', null, null, 100),
    ('care_contacts', 'by_id', 'deeds', 'by', null, '{}', 'unlink', null, null, 200),
    ('care_events', 'case_id', 'care', 'about', 'one.case_id in (select id from care_cases where person_id = $1)', '{by_id,from_id,to_id}', 'delete', null, null, 100),
    ('care_events', 'by_id', 'deeds', 'by', null, '{}', 'unlink', null, null, 200),
    ('care_events', 'from_id', 'deeds', 'by', null, '{}', 'unlink', null, null, 200),
    ('care_events', 'to_id', 'deeds', 'by', null, '{}', 'unlink', null, null, 200),
    ('people_interests', 'person_id', 'activity', 'about', null, '{}', 'delete', null, null, 100),
    ('people_times', 'person_id', 'activity', 'about', null, '{}', 'delete', null, null, 100),
    ('ask_people', 'person_id', 'activity', 'about', null, '{token_hash}', 'delete', null, null, 100),
    ('asks', 'by_id', 'deeds', 'by', null, '{}', 'unlink', null, null, 100),
    ('claims', 'claimant_id', 'economy', 'about', null, '{pay_to,version}', 'delete', null, 'one.state in (''draft'', ''refused'')', 900),
    ('claims', 'pay_to', 'economy', 'with', 'one.claimant_id = $1', '{}', 'change', 'pay_to = '''', pay_to_shown = null', 'one.state = ''paid''', 910),
    ('claim_lines', 'claim_id', 'economy', 'about', 'one.claim_id in (select id from claims where claimant_id = $1)', '{}', 'delete', null,
        'one.claim_id in (select id from claims where state in (''draft'', ''refused''))', 100),
    ('claim_receipts', 'claim_id', 'economy', 'about', 'one.claim_id in (select id from claims where claimant_id = $1)', '{}', 'delete', null,
        'one.claim_id in (select id from claims where state in (''draft'', ''refused''))', 100),
    ('claim_receipts', 'file_id', null, 'none', null, '{}', 'keep', null, null, 100),
    ('stored_files', 'id', 'economy', 'about', 'one.id in (select file_id from claim_receipts join claims on claims.id = claim_id where claimant_id = $1)', '{content,sha256}', 'keep', null, null, 100),
    ('stored_files', 'content', 'economy', 'with',
        '$1 is not null and not exists (select from claim_receipts where file_id = one.id) and not exists (select from board_papers where file_id = one.id) and not exists (select from documents where file_id = one.id)',
        '{}', 'delete', null, null, 950),
    ('board_papers', 'file_id', null, 'none', null, '{}', 'keep', null, null, 100),
    ('documents', 'file_id', null, 'none', null, '{}', 'keep', null, null, 100),
    ('claim_approvals', 'claim_id', 'economy', 'with', 'one.claim_id in (select id from claims where claimant_id = $1)', '{}', 'delete', null,
        'one.claim_id in (select id from claims where state in (''draft'', ''refused''))', 100),
    ('claim_approvals', 'claimant_id', null, 'none', null, '{}', 'keep', null, null, 100),
    ('claim_approvals', 'approver_id', 'deeds', 'by', null, '{}', 'keep', null, null, 100),
    ('payments', 'claim_id', null, 'none', null, '{}', 'keep', null, null, 100),
    ('payments', 'first', null, 'none', null, '{}', 'keep', null, null, 100),
    ('payments', 'second', null, 'none', null, '{}', 'keep', null, null, 100),
    ('budget_revisions', 'by_id', 'deeds', 'by', null, '{}', 'unlink', null, null, 100),
    ('grants', 'applied_by', 'deeds', 'by', null, '{}', 'unlink', null, null, 100),
    ('grants', 'decided_by', 'deeds', 'by', null, '{}', 'unlink', null, null, 100),
    ('payment_lists', 'made_by', 'deeds', 'by', null, '{}', 'unlink', null, null, 100),
    ('costs', 'made_by', 'deeds', 'by', null, '{}', 'unlink', null, null, 100),
    ('board_called', 'person_id', 'board', 'about', null, '{}', 'delete', null, null, 100),
    ('board_adjusters', 'person_id', 'board', 'about', null, '{}', 'delete', null, null, 100),
    ('board_decisions', 'owner_id', 'deeds', 'by', null, '{}', 'unlink', null, null, 100),
    ('board_decisions', 'done_by', 'deeds', 'by', null, '{}', 'unlink', null, null, 100),
    ('documents', 'added_by', 'deeds', 'by', null, '{}', 'unlink', null, null, 100),
    ('central_items', 'recorded_by', 'deeds', 'by', null, '{}', 'unlink', null, null, 100),
    ('central_relays', 'read_by', 'deeds', 'by', null, '{}', 'unlink', null, null, 100),
    ('central_relays', 'done_by', 'deeds', 'by', null, '{}', 'unlink', null, null, 100),
    ('liaison_appointments', 'by_id', 'deeds', 'by', null, '{}', 'unlink', null, null, 100),
    ('liaison_contacts', 'by_id', 'deeds', 'by', null, '{}', 'unlink', null, null, 100),
    ('liaison_promises', 'done_by', 'deeds', 'by', null, '{}', 'unlink', null, null, 100),
    ('liaison_messages', 'by_id', 'deeds', 'by', null, '{}', 'unlink', null, null, 100),
    ('central_rows', 'member_number', 'imports', 'about', 'one.member_number = (select member_number from people where id = $1)', '{}', 'delete', null, null, 100),
    ('central_differences', 'person_id', 'imports', 'about', null, '{}', 'delete', null, null, 100),
    ('central_images', 'person_id', 'imports', 'about', null, '{}', 'delete', null, null, 100),
    ('central_corrections', 'person_id', 'imports', 'about', null, '{}', 'delete', null, null, 100),
    ('central_imports', 'received_by', 'deeds', 'by', null, '{}', 'unlink', null, null, 100),
    ('central_imports', 'applied_by', 'deeds', 'by', null, '{}', 'unlink', null, null, 100),
    ('central_imports', 'undone_by', 'deeds', 'by', null, '{}', 'unlink', null, null, 100),
    ('merges', 'kept_id', 'duplicates', 'about', null, '{absorbed_id,ended_assignments,closed_cases}', 'delete', null, null, 900),
    ('merges', 'absorbed_id', 'duplicates', 'with', null, '{}', 'delete', null, null, 900),
    ('merged_rows', 'merge_id', 'duplicates', 'with', 'one.merge_id in (select id from merges where $1 in (kept_id, absorbed_id))', '{}', 'delete', null, null, 100),
    ('not_duplicates', 'one_id', 'duplicates', 'about', null, '{other_id}', 'delete', null, null, 100),
    ('not_duplicates', 'other_id', 'duplicates', 'about', null, '{one_id}', 'delete', null, null, 100),
    ('read_log', 'person_id', 'reads', 'about', null, '{reader}', 'delete', null, null, 100),
    ('read_log', 'reader', 'deeds', 'by', 'one.reader = ''member:'' || $1', '{}', 'keep', null, null, 100),
    ('segments', 'owner_id', 'lists', 'about', null, '{version}', 'delete', null, null, 100),
    ('objections', 'person_id', 'requests', 'about', null, '{}', 'delete', null, null, 100),
    ('privacy_requests', 'person_id', 'requests', 'about', null, '{answered_by,version}', 'change', 'wish = null, identity_note = null, answer = null', null, 100),
    ('privacy_requests', 'answered_by', 'deeds', 'by', null, '{}', 'unlink', null, null, 100),
    ('privacy_answers', 'request_id', 'requests', 'with', 'one.request_id in (select id from privacy_requests where person_id = $1 and kind = ''access'')', '{}', 'delete', null, null, 100);
