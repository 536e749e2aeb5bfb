-- Files by their content, and the catalogue as files of a day.

create table stored_file (
  owner     varchar not null,
  digest    varchar not null check (digest ~ '^[0-9a-f]{64}$'),
  length    bigint not null,
  stored_at timestamptz not null,
  primary key (owner, digest)
);
comment on table stored_file is 'Found by the SHA-256 of its content, so that under one name there is never other content.';

create table stored_file_piece (
  owner   varchar not null,
  digest  varchar not null,
  number  integer not null,
  content bytea not null,
  primary key (owner, digest, number),
  foreign key (owner, digest) references stored_file on delete cascade
);
comment on column stored_file_piece.content is 'The next piece of the file, in gzip of its own.';

create table bulk_file (
  day     date not null,
  form    varchar not null check (form in ('CSV', 'NDJSON')),
  digest  varchar not null,
  length  bigint not null,
  made_at timestamptz not null,
  primary key (day, form)
);
