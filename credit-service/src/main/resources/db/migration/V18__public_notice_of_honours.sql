-- An honour that is announced is public, and anybody can object to it and follows the objection with a receipt.

create view announced_honour as
select l.id, l.uscc, e.name as enterprise_name, l.field, l.ground, l.legal_basis, l.region, l.authority, l.document_number,
       notice.dated as announced_on, notice.content as place, term.due as objections_until, e.fictional
from listing l
join enterprise e using (uscc)
join listing_document notice on notice.listing_id = l.id and notice.kind = 'PUBLIC_NOTICE'
join listing_clock term on term.listing_id = l.id and term.clock = 'PUBLIC_NOTICE' and term.ended_on is null
where l.state = 'PUBLIC_NOTICE' and e.closed_on is null;
comment on view announced_honour is
  'Honours that are announced, with what everybody may see; objections_until is checked against the day by who reads.';

create table notice_objection (
  id           uuid primary key,
  listing_id   uuid not null references listing (id),
  receipt_hash text not null unique,
  raised_at    timestamptz not null,
  content      text not null,
  outcome      text check (outcome in ('UPHELD', 'DISMISSED')),
  answer       text,
  decided_at   timestamptz,
  check (num_nulls(outcome, answer, decided_at) in (0, 3))
);
comment on table notice_objection is
  'What anybody has against an honour that is announced. Who it is, is not stored: the answer is asked for with the receipt.';
create index notice_objection_of_listing on notice_objection (listing_id, id);

alter table listing_act
  drop constraint listing_act_act_check,
  add constraint listing_act_act_check check (act in ('DRAFT', 'REVISE', 'SUBMIT', 'SEND_BACK', 'REJECT', 'SERVE_NOTICE',
    'RECEIVE_DEFENCE', 'LAPSE_DEFENCE', 'CONSENT', 'DECIDE', 'SERVE_DECISION', 'CLOSE', 'ANNOUNCE',
    'ANSWER_NOTICE_OBJECTION', 'PUBLISH', 'ADD_STATEMENT', 'RAISE_OBJECTION', 'REFER_OBJECTION', 'UPHOLD_OBJECTION', 'DISMISS_OBJECTION', 'APPLY_FOR_REPAIR', 'ACCEPT_REPAIR',
    'DECLINE_REPAIR', 'EXTEND_REPAIR', 'GRANT_REPAIR', 'REFUSE_REPAIR', 'FILE_COURT_RULING', 'GRANT_TEMPORARY_REPAIR',
    'REFUSE_TEMPORARY_REPAIR', 'RESUME_DISPLAY', 'RESTORE', 'REVOKE_BASIS', 'WITHDRAW', 'REINSTATE', 'EXPIRE',
    'END_WITH_ENTERPRISE', 'LIFT_MEASURES', 'ARCHIVE'));
