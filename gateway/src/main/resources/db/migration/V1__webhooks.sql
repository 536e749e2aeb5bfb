-- Webhooks: who is told what, what there is to tell, and what was told.

create table webhook (
  id             uuid primary key,
  client         text not null,
  url            text not null,
  types          text[] not null check (cardinality(types) > 0),
  regions        text[] not null,
  contact        text not null,
  state          text not null check (state in ('PENDING', 'ACTIVE', 'PAUSED', 'FAILED')),
  reason         text not null,
  secret         text not null,
  former_secret  text,
  former_until   timestamptz,
  rate           integer check (rate > 0),
  paced_at       timestamptz not null,
  held_until     timestamptz not null,
  handshakes     integer not null,
  handshake_due  timestamptz not null,
  permission_key text not null,
  created_at     timestamptz not null,
  changed_at     timestamptz not null,
  version        bigint not null,
  check ((former_secret is null) = (former_until is null))
);
comment on column webhook.rate is 'Deliveries a minute the receiver allows; null is as many as there are.';
comment on column webhook.paced_at is 'Up to when the allowed deliveries are used up.';
create index webhook_of_client on webhook (client, id);

create sequence notice_position;

create table notice (
  aggregate   text not null,
  subject     text not null,
  event_id    uuid not null unique,
  position    bigint not null unique,
  type        text not null,
  source      text not null,
  sequence    bigint not null,
  time        timestamptz not null,
  traceparent text,
  meant_by    text[] not null,
  around      text[] not null,
  data        json not null,
  primary key (aggregate, subject)
);
comment on table notice is 'Of each subject its latest event and nothing older: what has been withdrawn cannot be told again.';
comment on column notice.meant_by is 'What a webhook may ask for that means this type: the type, and its beginnings followed by .*';
comment on column notice.around is 'Its region, and the regions around that; empty when it has none.';
create index notice_time on notice (time);

create table delivery (
  webhook_id uuid not null references webhook on delete cascade,
  event_id   uuid not null,
  aggregate  text not null,
  subject    text not null,
  type       text not null,
  sequence   bigint not null,
  position   bigint not null,
  state      text not null check (state in ('WAITING', 'DELIVERED', 'SUPERSEDED', 'DEAD')),
  attempts   integer not null,
  queued_at  timestamptz not null,
  due_at     timestamptz not null,
  ended_at   timestamptz,
  status     integer,
  failure    text not null,
  primary key (webhook_id, event_id),
  check ((state = 'WAITING') = (ended_at is null))
);
comment on column delivery.due_at is 'When it is to be tried; whoever takes it moves this on, so that it comes back if he does not.';
create index delivery_due on delivery (webhook_id, due_at) where state = 'WAITING';
create index delivery_overdue on delivery (queued_at) where state = 'WAITING';
create index delivery_of_subject on delivery (aggregate, subject) where state in ('WAITING', 'DEAD');
create index delivery_log on delivery (webhook_id, position);
create index delivery_ended on delivery (ended_at) where ended_at is not null;
