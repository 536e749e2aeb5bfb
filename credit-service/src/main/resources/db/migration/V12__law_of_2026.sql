-- Complaints after SAMR Order 121: appraisals whose time is not counted, the end of a mediation, promises beside duties. A
-- deadline says how certain it is and what it was before its calendar was corrected. Guesses of secrets count against who
-- guesses.

alter table complaint_term
  add column certainty    text not null default 'U' check (certainty in ('T', 'D', 'U')),
  add column due_before   date,
  add column suspended_on date,
  add column promise      boolean not null default false;
alter table complaint_term alter column certainty drop default, alter column promise drop default;
comment on column complaint_term.certainty is 'Of the least certain of rule, calendars and transition; U where it was counted before that was noted.';
comment on column complaint_term.promise is 'The office promised it, no text binds it: never overdue work.';

alter table listing_clock
  add column certainty  text not null default 'U' check (certainty in ('T', 'D', 'U')),
  add column due_before date;
alter table listing_clock alter column certainty drop default;

alter table sharing_stop
  add column certainty  text check (certainty in ('T', 'D', 'U')),
  add column due_before date;
update sharing_stop set certainty = 'U' where due is not null;

alter table complaint
  add column known_on date,
  add column named    boolean not null default true,
  drop constraint complaint_state_check,
  add constraint complaint_state_check check (state in ('RECEIVED', 'TRANSFERRED', 'ACCEPTED', 'HANDLING', 'MEDIATION_ENDED',
    'CHECKING', 'CASE_OPENED', 'CASE_NOT_OPENED', 'ANSWERED', 'CONFIRMED', 'CLOSED', 'NOT_ACCEPTED', 'WITHDRAWN')),
  add constraint complaint_mediated check (kind = 'COMPLAINT' or state <> 'MEDIATION_ENDED');
alter table complaint alter column named drop default;
comment on column complaint.named is 'Whether somebody gave a name; who, stands sealed elsewhere.';

alter table complaint_act
  drop constraint complaint_act_act_check,
  add constraint complaint_act_act_check check (act in ('FILE', 'ADD', 'WITHDRAW', 'RATE', 'TRANSFER', 'ACCEPT', 'REFUSE',
    'HANDLE', 'BEGIN_APPRAISAL', 'END_APPRAISAL', 'END_MEDIATION', 'CHECK', 'EXTEND', 'OPEN_CASE', 'DECLINE_CASE',
    'TAKE_OVER', 'IDENTIFY', 'RELEASE', 'ANSWER', 'CONFIRM', 'RETURN', 'CLOSE'));

create table complaint_appraisal (
  complaint_id uuid not null references complaint (id),
  position     integer not null,
  begun_on     date not null,
  ended_on     date check (ended_on >= begun_on),
  primary key (complaint_id, position)
);
comment on table complaint_appraisal is 'Appraisals and tests; their time is not counted.';

-- Receipt numbers are random now.
drop sequence complaint_number;

-- What is counted there is forgotten within minutes, so nothing is carried over.
drop table complaint_attempt;
create table complaint_attempt (
  guesser      text primary key,
  failed       integer not null,
  last_failure timestamptz not null
);
comment on table complaint_attempt is
  'Wrong secrets by who tried them, as a keyed digest of the network address; whether there is such a complaint or not.';
