-- People are found by any word of their names, also mistyped: as in an index at the back of a book, each word leads to those who have it.
create extension if not exists pg_trgm;
create extension if not exists fuzzystrmatch;

-- What does not count when names are compared: case, and marks on letters (å = a, as those type who lack the key).
create function fold(text) returns text language sql immutable strict parallel safe as $$
    select translate(lower($1 collate "sv-SE-x-icu"), 'åäáàâãæöóòôõøéèêëíìîïúùûüýÿñçšž', 'aaaaaaaooooooeeeeiiiiuuuuyyncsz')
$$;

create function words_of(text) returns text[] language sql immutable strict parallel safe as $$
    select array(select distinct word from regexp_split_to_table(fold($1), '[\s''’´`.,()/_-]+') word where word <> '')
$$;

create table people_words (
    word           text collate "C" not null,
    association_id uuid not null,
    family_name    text collate "sv-SE-x-icu" not null,
    given_name     text collate "sv-SE-x-icu" not null,
    person_id      uuid not null references people on delete cascade,
    words          text[] not null,
    primary key (person_id, word)
);
comment on table people_words is 'each word of each person''s names, in the order in which a list shows them; kept by triggers on people';
create index people_words_order on people_words (word, association_id, family_name, given_name, person_id);

create table name_words (
    word text collate "C" primary key
);
comment on table name_words is 'every word there is in names: where a beginning, a part or something like it is looked for; those of nobody go nightly';
create index name_words_alike on name_words using gin (word gin_trgm_ops);

create function index_people() returns trigger language plpgsql as $$
declare
    renamed uuid[];
begin
    if tg_op = 'INSERT' then
        renamed := array(select id from new_people);
    else
        renamed := array(
            select after.id from old_people before join new_people after using (id)
            where (before.given_name, before.family_name, before.association_id) is distinct from (after.given_name, after.family_name, after.association_id));
        delete from people_words using unnest(renamed) one (id) where person_id = one.id;
    end if;
    if cardinality(renamed) = 0 then
        return null;
    end if;
    insert into people_words (word, association_id, family_name, given_name, person_id, words)
    select word, person.association_id, person.family_name, person.given_name, person.id, named.words
    from unnest(renamed) one (id)
    join new_people person on person.id = one.id
    cross join lateral words_of(person.given_name || ' ' || person.family_name) named (words)
    cross join lateral unnest(named.words) word;
    insert into name_words (word)
    select distinct its.word from unnest(renamed) one (id) join people_words its on its.person_id = one.id
    where not exists (select from name_words known where known.word = its.word)
    order by its.word
    on conflict do nothing;
    return null;
end
$$;
create trigger index_new_people after insert on people referencing new table as new_people for each statement execute function index_people();
create trigger index_changed_people after update on people referencing old table as old_people new table as new_people for each statement execute function index_people();

insert into people_words (word, association_id, family_name, given_name, person_id, words)
select word, person.association_id, person.family_name, person.given_name, person.id, named.words
from people person cross join lateral words_of(person.given_name || ' ' || person.family_name) named (words) cross join lateral unnest(named.words) word;
insert into name_words (word) select distinct word from people_words;

-- By the beginning of an address or a member number.
create index people_email_beginning on people (email text_pattern_ops);
create index people_number_beginning on people (member_number text_pattern_ops);
