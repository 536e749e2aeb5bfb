-- Complaints and reports (投诉举报). Who filed one stands only in complaint_sealed, sealed by the program.

create sequence complaint_number;
comment on sequence complaint_number is 'The running part of receipt numbers.';

create table complaint_route (
  region        text not null,
  field         text not null check (field in ('ANY', 'INDUSTRIAL_PRODUCTION', 'CIRCULATION', 'CONSTRUCTION', 'SERVICES',
                  'AGRICULTURE')),
  version       integer not null check (version > 0),
  office        text not null,
  office_region text not null,
  source        text not null,
  recorded_at   timestamptz not null,
  recorded_by   text not null,
  primary key (region, field, version)
);
comment on table complaint_route is 'Which office takes complaints of a region and field; the newest version counts, none is ever changed.';

create table complaint (
  id              uuid primary key,
  version         bigint not null,
  receipt         text not null unique check (receipt ~ '^[A-Z]{2}[0-9]{8}-[0-9]{6,}-[0-9]$'),
  secret_hash     text not null check (secret_hash ~ '^[0-9a-f]{64}$'),
  secret_used     boolean not null,
  kind            text not null check (kind in ('COMPLAINT', 'REPORT', 'RECALL', 'MAJOR_ACCIDENT', 'PRODUCT_INJURY')),
  uscc            text references enterprise (uscc),
  enterprise_name text not null,
  field           text not null check (field in ('INDUSTRIAL_PRODUCTION', 'CIRCULATION', 'CONSTRUCTION', 'SERVICES',
                    'AGRICULTURE')),
  region          text not null,
  happened_on     date,
  narrative       text not null,
  wish            text,
  details         jsonb not null,
  content_digest  text not null,
  same_text_as    text,
  office          text not null,
  office_region   text not null,
  state           text not null check (state in ('RECEIVED', 'TRANSFERRED', 'ACCEPTED', 'HANDLING', 'CHECKING',
                    'CASE_OPENED', 'CASE_NOT_OPENED', 'ANSWERED', 'CONFIRMED', 'CLOSED', 'NOT_ACCEPTED', 'WITHDRAWN')),
  handler         text,
  finding         text check (finding in ('SUBSTANTIATED', 'UNSUBSTANTIATED', 'SETTLED', 'UNSETTLED')),
  answer          text,
  conclusion      text,
  released        text,
  released_at     timestamptz,
  stars           integer check (stars between 1 and 5),
  rating_words    text,
  record_id       uuid,
  record_public   boolean not null,
  filed_at        timestamptz not null,
  ended_at        timestamptz,
  anonymised_at   timestamptz,
  check (kind = 'COMPLAINT' or state not in ('ACCEPTED', 'HANDLING')),
  check (kind = 'REPORT' or state not in ('CASE_OPENED', 'CASE_NOT_OPENED')),
  check (kind <> 'COMPLAINT' or state <> 'CHECKING'),
  check (state in ('RECEIVED', 'TRANSFERRED', 'NOT_ACCEPTED', 'WITHDRAWN') or handler is not null),
  check (state not in ('ANSWERED', 'CONFIRMED', 'CLOSED') or (finding is not null and answer is not null)),
  check (state <> 'CONFIRMED' or (finding = 'SUBSTANTIATED' and uscc is not null)),
  check ((state in ('CLOSED', 'NOT_ACCEPTED', 'WITHDRAWN')) = (ended_at is not null)),
  check (record_id is null or finding = 'SUBSTANTIATED'),
  check ((released is null) = (released_at is null)),
  check (anonymised_at is null or ended_at is not null)
);
comment on column complaint.narrative is 'What happened, with phone numbers, identity numbers and the like blotted out.';
comment on column complaint.content_digest is 'Of enterprise and blotted text: the same again within a day is noticed.';
comment on column complaint.record_id is 'The archive record it became; it becomes one at most.';
create index complaint_desk on complaint (state, id);
create index complaint_text on complaint (content_digest, filed_at);
create index complaint_released on complaint (uscc, id) where released is not null;
create index complaint_ended on complaint (ended_at) where anonymised_at is null;

create table complaint_act (
  complaint_id uuid not null references complaint (id),
  position     integer not null,
  act          text not null check (act in ('FILE', 'ADD', 'WITHDRAW', 'RATE', 'TRANSFER', 'ACCEPT', 'REFUSE', 'HANDLE', 'CHECK',
                 'EXTEND', 'OPEN_CASE', 'DECLINE_CASE', 'TAKE_OVER', 'IDENTIFY', 'RELEASE', 'ANSWER', 'CONFIRM', 'RETURN',
                 'CLOSE')),
  party        text not null check (party in ('COMPLAINANT', 'HANDLER', 'APPROVER')),
  official     text,
  at           timestamptz not null,
  words        text not null,
  primary key (complaint_id, position),
  check ((party = 'COMPLAINANT') = (official is null))
);
comment on table complaint_act is 'What was done, in order. The complainant has no name here.';
-- Four eyes also where the program is not asked: who confirms has had no hand in the handling.
create function keep_complaint_four_eyes() returns trigger language plpgsql as $$
begin
  if new.act in ('CONFIRM', 'RETURN')
     and exists (select from complaint_act
                 where complaint_id = new.complaint_id and party = 'HANDLER' and official = new.official) then
    raise exception 'The same person may not handle and confirm complaint %', new.complaint_id
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger complaint_act_four_eyes before insert on complaint_act
  for each row execute function keep_complaint_four_eyes();

create table complaint_term (
  complaint_id uuid not null references complaint (id),
  position     integer not null,
  rule_code    text not null,
  started_on   date not null,
  due          date not null,
  rule_pack    text not null,
  calendars    text not null,
  met_on       date,
  primary key (complaint_id, position)
);
comment on table complaint_term is 'The clocks of a complaint; one runs at a time, met_on null.';
create unique index complaint_term_running on complaint_term (complaint_id) where met_on is null;
create index complaint_term_due on complaint_term (due) where met_on is null;

create table complaint_sealed (
  id           uuid primary key,
  complaint_id uuid not null references complaint (id),
  part         text not null check (part in ('FILED', 'ADDED')),
  sealed       text not null,
  added_at     timestamptz not null
);
comment on table complaint_sealed is 'Contact and own words of the complainant, sealed for this very row (AES-256-GCM); gone after the retention.';
create index complaint_sealed_of on complaint_sealed (complaint_id, id);

create table complaint_look (
  id         uuid primary key,
  receipt    text not null,
  official   text not null,
  looked_at  timestamptz not null,
  purpose    text not null
);
comment on table complaint_look is 'Who saw a complainant''s identity, when and what for.';
revoke update, delete, truncate on complaint_look from ${app_role};

create table complaint_attempt (
  receipt      text primary key,
  failed       integer not null,
  last_failure timestamptz not null
);
comment on table complaint_attempt is 'Wrong secrets by receipt number, whether there is such a complaint or not.';

create table complaint_evidence (
  complaint_id uuid not null references complaint (id),
  evidence_id  uuid not null,
  added_at     timestamptz not null,
  primary key (complaint_id, evidence_id)
);
