-- The change feed shows of each subject only its latest event.
create index outbox_latest on outbox (topic, subject, position) where position is not null;
