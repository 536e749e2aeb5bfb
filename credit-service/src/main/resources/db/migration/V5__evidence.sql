create table evidence (
  id        uuid primary key,
  owner     text not null,
  region    text,
  name      text not null,
  kind      text not null check (kind in ('PDF', 'PNG', 'JPEG')),
  size      bigint not null check (size > 0),
  sha256    text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  stored_at timestamptz not null,
  unique (sha256, owner, name)
);
comment on table evidence is 'Files that prove something. Their content lies outside the database, in the place named by sha256.';
comment on column evidence.region is 'Whose offices may read it; null when another feature keeps it and gives it out by its own rules.';
