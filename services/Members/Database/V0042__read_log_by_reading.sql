-- Whether the same reading is noted already is asked for each person shown: the reader's last quarter of an hour may hold thousands.
create index read_log_reading on read_log (person_id, reader, what, at);
drop index read_log_reader;
