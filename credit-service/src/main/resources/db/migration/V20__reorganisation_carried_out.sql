-- A plan of reorganisation or a settlement that was carried out makes the temporary repair final (总局令第107号 art. 22).

alter table listing_act
  drop constraint listing_act_act_check,
  add constraint listing_act_act_check check (act in ('DRAFT', 'REVISE', 'SUBMIT', 'SEND_BACK', 'REJECT', 'SERVE_NOTICE',
    'RECEIVE_DEFENCE', 'LAPSE_DEFENCE', 'CONSENT', 'DECIDE', 'SERVE_DECISION', 'CLOSE', 'ANNOUNCE',
    'ANSWER_NOTICE_OBJECTION', 'PUBLISH', 'ADD_STATEMENT', 'RAISE_OBJECTION', 'REFER_OBJECTION', 'UPHOLD_OBJECTION',
    'DISMISS_OBJECTION', 'APPLY_FOR_REPAIR', 'ACCEPT_REPAIR', 'DECLINE_REPAIR', 'EXTEND_REPAIR', 'GRANT_REPAIR',
    'REFUSE_REPAIR', 'FILE_COURT_RULING', 'GRANT_TEMPORARY_REPAIR', 'REFUSE_TEMPORARY_REPAIR', 'CONFIRM_REORGANISATION',
    'RESUME_DISPLAY', 'RESTORE', 'REVOKE_BASIS', 'WITHDRAW', 'REINSTATE', 'EXPIRE', 'END_WITH_ENTERPRISE',
    'LIFT_MEASURES', 'ARCHIVE'));

alter table listing_document
  drop constraint listing_document_kind_check,
  add constraint listing_document_kind_check check (kind in ('NOTICE', 'DEFENCE', 'DEFENCE_ANSWER', 'CONSENT', 'SERVICE',
    'REPAIR_NOTICE', 'PUBLIC_NOTICE', 'REPAIR_EXTENSION', 'COURT_RULING', 'PLAN_COMPLETION', 'PLAN_TERMINATION',
    'ANNULMENT', 'FRAUD_FINDING', 'LIFTING'));
