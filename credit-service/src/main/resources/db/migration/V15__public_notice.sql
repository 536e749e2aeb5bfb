-- An honour that made way for a black entry can come back, and everybody can object to an honour that is announced.

alter table listing add column displaced_by uuid references listing (id);
comment on column listing.displaced_by is 'The black entry for which this honour was withdrawn; null once it has come back.';

alter table listing_act
  drop constraint listing_act_act_check,
  add constraint listing_act_act_check check (act in ('DRAFT', 'REVISE', 'SUBMIT', 'SEND_BACK', 'REJECT', 'SERVE_NOTICE',
    'RECEIVE_DEFENCE', 'LAPSE_DEFENCE', 'CONSENT', 'DECIDE', 'SERVE_DECISION', 'CLOSE', 'ANNOUNCE', 'PUBLISH', 'ADD_STATEMENT',
    'RAISE_OBJECTION', 'REFER_OBJECTION', 'UPHOLD_OBJECTION', 'DISMISS_OBJECTION', 'APPLY_FOR_REPAIR', 'ACCEPT_REPAIR',
    'DECLINE_REPAIR', 'EXTEND_REPAIR', 'GRANT_REPAIR', 'REFUSE_REPAIR', 'FILE_COURT_RULING', 'GRANT_TEMPORARY_REPAIR',
    'REFUSE_TEMPORARY_REPAIR', 'RESUME_DISPLAY', 'RESTORE', 'REVOKE_BASIS', 'WITHDRAW', 'REINSTATE', 'EXPIRE',
    'END_WITH_ENTERPRISE', 'LIFT_MEASURES', 'ARCHIVE'));
