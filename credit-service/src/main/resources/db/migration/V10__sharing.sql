-- Who receives list entries, and who has confirmed that it stopped using one that ended.

create table subscriber (
  client_id text primary key,
  version   bigint not null,
  name      text not null,
  since     date not null,
  until     date,
  check (since <= until)
);
comment on column subscriber.until is 'Last day on which it received entries; null while it does.';

create table sharing_stop (
  id              uuid primary key,
  listing_id      uuid not null,
  uscc            text not null,
  list            text not null check (list in ('RED', 'BLACK')),
  region          text not null,
  client_id       text not null references subscriber (client_id),
  ended_on        date not null,
  due             date,
  rule_code       text,
  rule_pack       text,
  calendars       text,
  acknowledged_at timestamptz,
  resumed_at      timestamptz,
  check (num_nulls(due, rule_code, rule_pack, calendars) in (0, 4))
);
comment on table sharing_stop is
  'Tells that an entry ended, never what stood in it. Open until acknowledged; void once the entry stands again.';
comment on column sharing_stop.due is 'Null while no calendar reaches that far; computed once it does.';
-- An entry ends once at a time.
create unique index sharing_stop_once on sharing_stop (listing_id, client_id) where resumed_at is null;
create index sharing_stop_of_client on sharing_stop (client_id, id);
create index sharing_stop_open on sharing_stop (due, id) where acknowledged_at is null and resumed_at is null;
