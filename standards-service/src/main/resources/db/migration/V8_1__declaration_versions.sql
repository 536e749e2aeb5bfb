-- Declarations change and are withdrawn; every version is kept. What is promised is one document: nothing is searched by it, and
-- a hundred indicators are one row.

alter table declaration add details json not null
  default '{"indicators": [], "shortfalls": [], "producers": [], "jointlyWith": []}';
update declaration d set details = json_build_object(
  'indicators', (select coalesce(json_agg(json_strip_nulls(json_build_object('name', name, 'operator', operator, 'value', value,
      'unit', unit, 'testMethod', test_method, 'condition', condition)) order by position), '[]')
    from declaration_indicator i where i.declaration_id = d.id),
  'shortfalls', '[]'::json, 'producers', '[]'::json, 'jointlyWith', '[]'::json);
drop table declaration_indicator;

alter table declaration drop constraint declaration_state_check;
alter table declaration add constraint declaration_state_check check (state in ('PUBLIC', 'WITHDRAWN', 'ABOLISHED'));
alter table declaration add digest varchar check (digest ~ '^[0-9a-f]{64}$'), add end_reason varchar;
comment on column declaration.digest is 'Of its newest version; null for one that was made before versions were kept and has not changed.';

create table declaration_version (
  declaration_id uuid not null references declaration,
  version        bigint not null,
  recorded_at    timestamptz not null,
  digest         varchar not null check (digest ~ '^[0-9a-f]{64}$'),
  content        text not null,
  transaction    xid8 not null default pg_current_xact_id(),
  ordinal        bigint not null generated always as identity,
  primary key (declaration_id, version)
);
create unique index declaration_version_order on declaration_version (transaction, ordinal);
comment on column declaration_version.transaction is
  'Who reads all versions in this order, and only those older than every open transaction, misses none.';
comment on table declaration_version is 'Append-only.';
comment on column declaration_version.content is 'Canonical JSON (RFC 8785), whose SHA-256 is the digest.';
create function declaration_version_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'A version of a declaration is never changed or removed.';
end $$;
create trigger declaration_version_is_final before update or delete on declaration_version
  for each row execute function declaration_version_is_final();
