-- Temporary repair while a court's plan of reorganisation or settlement is carried out (总局令第107号 art. 22).

alter table listing_act drop constraint listing_act_act_check;
alter table listing_act add constraint listing_act_act_check check (act in ('DRAFT', 'REVISE', 'SUBMIT', 'SEND_BACK', 'REJECT',
  'SERVE_NOTICE', 'RECEIVE_DEFENCE', 'LAPSE_DEFENCE', 'CONSENT', 'DECIDE', 'SERVE_DECISION', 'CLOSE', 'ANNOUNCE', 'PUBLISH',
  'ADD_STATEMENT', 'RAISE_OBJECTION', 'REFER_OBJECTION', 'UPHOLD_OBJECTION', 'DISMISS_OBJECTION', 'APPLY_FOR_REPAIR',
  'ACCEPT_REPAIR', 'DECLINE_REPAIR', 'EXTEND_REPAIR', 'GRANT_REPAIR', 'REFUSE_REPAIR', 'FILE_COURT_RULING',
  'GRANT_TEMPORARY_REPAIR', 'REFUSE_TEMPORARY_REPAIR', 'RESUME_DISPLAY', 'RESTORE', 'REVOKE_BASIS', 'WITHDRAW', 'EXPIRE',
  'END_WITH_ENTERPRISE', 'LIFT_MEASURES', 'ARCHIVE'));

alter table listing_document drop constraint listing_document_kind_check;
alter table listing_document add constraint listing_document_kind_check check (kind in ('NOTICE', 'DEFENCE', 'DEFENCE_ANSWER',
  'CONSENT', 'SERVICE', 'REPAIR_NOTICE', 'PUBLIC_NOTICE', 'REPAIR_EXTENSION', 'COURT_RULING', 'PLAN_TERMINATION', 'ANNULMENT',
  'FRAUD_FINDING', 'LIFTING'));

alter table listing
  drop constraint listing_state,
  add constraint listing_state check (state in ('DRAFT', 'LEGAL_REVIEW', 'NOTICE_SERVED', 'DEFENCE_RECEIVED', 'DEFENCE_LAPSED',
    'UPPER_CONSENT', 'DECIDED', 'SERVED', 'REVIEW', 'PUBLIC_NOTICE', 'PUBLISHED', 'OBJECTION_OPEN', 'REPAIR_APPLIED',
    'REPAIR_ACCEPTED', 'BASIS_REVOKED', 'WITHDRAWN', 'REPAIRED', 'TEMPORARILY_REPAIRED', 'EXPIRED', 'ARCHIVED', 'REJECTED',
    'REPAIR_REVOKED', 'CLOSED'));
