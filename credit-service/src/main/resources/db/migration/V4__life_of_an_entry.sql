-- The whole life of a list entry: review, notice, defence, consent, decision, service, publication in batches, objection,
-- repair, annulment, expiry, restoration, and the end of sharing.

create extension if not exists btree_gist;

alter table listing
  drop constraint listing_state_check,
  drop constraint listing_check,
  drop constraint listing_check1,
  drop constraint listing_check2,
  drop constraint listing_check3;

create table publication_batch (
  id           uuid primary key,
  kind         text not null check (kind in ('RED', 'BLACK')),
  region       text not null,
  year         integer not null,
  number       integer not null check (number > 0),
  announcement text not null,
  published_at timestamptz not null,
  unique (kind, region, year, number)
);
comment on table publication_batch is 'Entries published together, counted within a year: 第N批.';

alter table listing
  add column subject_type        text check (subject_type in ('LEGAL_PERSON', 'BRANCH', 'SOLE_TRADER', 'COOPERATIVE')),
  add column severity            text check (severity in ('MINOR', 'GENERAL', 'SERIOUS')),
  add column conduct_ended_on    date,
  add column ban_until           date,
  add column intent_disproved    boolean not null default false,
  add column batch_id            uuid references publication_batch (id),
  add column statement           text,
  add column stated_at           timestamptz,
  add column measures_lifted_on  date,
  add column named_until         date,
  add column displayed           boolean not null generated always as
    (state in ('PUBLISHED', 'OBJECTION_OPEN', 'REPAIR_APPLIED', 'REPAIR_ACCEPTED')) stored,
  add constraint listing_state check (state in ('DRAFT', 'LEGAL_REVIEW', 'NOTICE_SERVED', 'DEFENCE_RECEIVED',
    'DEFENCE_LAPSED', 'UPPER_CONSENT', 'DECIDED', 'SERVED', 'REVIEW', 'PUBLIC_NOTICE', 'PUBLISHED', 'OBJECTION_OPEN',
    'REPAIR_APPLIED', 'REPAIR_ACCEPTED', 'BASIS_REVOKED', 'WITHDRAWN', 'REPAIRED', 'EXPIRED', 'ARCHIVED', 'REJECTED')),
  add constraint listing_once_published check (published_at is null
    or (first_listed_in is not null and document_number is not null and decided_on is not null and authority is not null
        and facts is not null)),
  add constraint listing_ways_out check (kind = 'RED' or published_at is null
    or (removal is not null and remedies is not null)),
  add constraint listing_displayed_is_published check (
    state not in ('PUBLISHED', 'OBJECTION_OPEN', 'REPAIR_APPLIED', 'REPAIR_ACCEPTED', 'BASIS_REVOKED', 'WITHDRAWN',
                  'REPAIRED', 'EXPIRED', 'ARCHIVED')
    or published_at is not null),
  add constraint listing_red_path check (kind = 'BLACK' or state not in ('LEGAL_REVIEW', 'NOTICE_SERVED',
    'DEFENCE_RECEIVED', 'DEFENCE_LAPSED', 'UPPER_CONSENT', 'DECIDED', 'SERVED', 'REPAIR_APPLIED', 'REPAIR_ACCEPTED',
    'REPAIRED')),
  add constraint listing_black_path check (kind = 'RED' or state not in ('REVIEW', 'PUBLIC_NOTICE'));
comment on column listing.displayed is 'Whether the entry stands in public answers, as long as its term is not over.';
comment on column listing.named_until is 'An earlier last day that the decision sets; valid_until is the one in force.';
update listing set named_until = valid_until;
comment on column listing.statement is 'The enterprise''s own words, shown beside the entry (right of reply).';
comment on column listing.batch_id is 'The batch in which it was published first.';

drop index listing_of_enterprise;
drop index listing_published;
create index listing_of_enterprise on listing (uscc) where displayed;
create index listing_published on listing (kind, published_at desc, id desc) where displayed;

create view displayed_listing as select * from listing where displayed;
comment on view displayed_listing is
  'Entries that stand in public answers. Whoever answers the public reads here, and checks valid_until against the day.';

alter table listing_act drop constraint listing_act_act_check;
alter table listing_act add column hand text check (hand in ('PREPARES', 'DECIDES', 'PUBLISHES'));
comment on column listing_act.hand is 'Which of the three hands acted; null for acts of the enterprise, of time, and of the end.';
update listing_act set hand = case act when 'DRAFT' then 'PREPARES' when 'REJECT' then 'DECIDES' else 'PUBLISHES' end;

-- Four eyes also where the program is not asked: nobody lends two hands to one entry.
create or replace function keep_four_eyes() returns trigger language plpgsql as $$
begin
  if new.hand is not null
     and exists (select from listing_act where listing_id = new.listing_id and official = new.official
                 and hand is not null and hand <> new.hand) then
    raise exception 'The same person may not act in two offices on entry %', new.listing_id
      using errcode = 'check_violation';
  end if;
  return new;
end $$;

create table listing_document (
  listing_id uuid not null references listing (id),
  position   integer not null,
  kind       text not null check (kind in ('NOTICE', 'DEFENCE', 'DEFENCE_ANSWER', 'CONSENT', 'SERVICE', 'REPAIR_NOTICE', 'PUBLIC_NOTICE',
               'ANNULMENT', 'FRAUD_FINDING', 'LIFTING')),
  number     text,
  dated      date not null,
  author     text not null,
  content    text,
  evidence   uuid[] not null,
  primary key (listing_id, position)
);
comment on table listing_document is 'What the case rests on besides the decision: notices, defences, consents, proofs of service.';

create table listing_person (
  listing_id uuid not null references listing (id),
  position   integer not null,
  name       text not null,
  role       text not null check (role in ('LEGAL_REPRESENTATIVE', 'PRINCIPAL', 'ACTUAL_CONTROLLER')),
  primary key (listing_id, position)
);
comment on table listing_person is
  'Whom a serious entry of a legal person names (山东省社会信用条例 art. 31): for departments, never for the public.';

create table listing_clock (
  listing_id uuid not null references listing (id),
  position   integer not null,
  clock      text not null,
  started_on date not null,
  due        date not null,
  rule_code  text not null,
  rule_pack  text not null,
  calendars  text not null,
  ended_on   date,
  primary key (listing_id, position)
);
comment on table listing_clock is 'Every term that ran for an entry, with the rule pack and the calendars it was counted by.';
create index listing_clock_running on listing_clock (due) where ended_on is null;

create table objection (
  id          uuid primary key,
  listing_id  uuid not null references listing (id),
  raised_at   timestamptz not null,
  content     text not null,
  evidence    uuid[] not null,
  other_unit  text,
  outcome     text check (outcome in ('UPHELD', 'DISMISSED', 'LAPSED')),
  answer      text,
  decided_at  timestamptz,
  check ((outcome is null) = (decided_at is null))
);
create unique index objection_open on objection (listing_id) where outcome is null;
create index objection_of_listing on objection (listing_id, raised_at);

create table repair_application (
  id          uuid primary key,
  listing_id  uuid not null references listing (id),
  applied_at  timestamptz not null,
  commitment  text not null,
  correction  text not null,
  evidence    uuid[] not null,
  outcome     text check (outcome in ('DECLINED', 'REFUSED', 'GRANTED', 'LAPSED')),
  answer      text,
  accepted_at timestamptz,
  decided_at  timestamptz,
  fraudulent  boolean not null default false,
  check ((outcome is null) = (decided_at is null)),
  check (not fraudulent or outcome = 'GRANTED')
);
create unique index repair_open on repair_application (listing_id) where outcome is null;
create index repair_of_listing on repair_application (listing_id, applied_at);

create table listing_span (
  listing_id uuid not null references listing (id),
  valid      daterange not null check (not isempty(valid)),
  recorded   tstzrange not null,
  exclude using gist (listing_id with =, valid with &&, recorded with &&)
);
comment on table listing_span is
  'On which legal days an entry stood on the list, as it was known at which moments. A row is closed, never changed.';
create index listing_span_of on listing_span (listing_id);
insert into listing_span (listing_id, valid, recorded)
select id, daterange((published_at at time zone 'Asia/Shanghai')::date, valid_until, '[]'), tstzrange(published_at, null)
from listing where state = 'PUBLISHED';
