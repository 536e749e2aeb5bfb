-- What the standards service publicises of findings, told by events, and the record each became.
create table publicised_finding (
  case_id     uuid primary key,
  uscc        text not null,
  sequence    bigint not null,
  record_id   uuid references archive_record,
  received_at timestamptz not null
);
comment on column publicised_finding.sequence is 'Version of the case; a row only moves to a higher one.';
comment on column publicised_finding.record_id is 'Null when all that came was the end.';
