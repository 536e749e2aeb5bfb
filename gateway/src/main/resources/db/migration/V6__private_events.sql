-- Events that are for one recipient: they are delivered to the webhooks of that client and to no other.
alter table notice add recipient text;
comment on column notice.recipient is 'Client that alone is told; null for everybody. Empty, and so nobody, where a private event names none.';
