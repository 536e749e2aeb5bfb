-- Acts that Order 107 of market supervision brought: the decision on a repair is put off (art. 16(3)), an entry ends with its
-- enterprise (art. 20).

alter table listing_act drop constraint listing_act_act_check;
alter table listing_act add constraint listing_act_act_check check (act in ('DRAFT', 'REVISE', 'SUBMIT', 'SEND_BACK', 'REJECT',
  'SERVE_NOTICE', 'RECEIVE_DEFENCE', 'LAPSE_DEFENCE', 'CONSENT', 'DECIDE', 'SERVE_DECISION', 'CLOSE', 'ANNOUNCE', 'PUBLISH',
  'ADD_STATEMENT', 'RAISE_OBJECTION', 'REFER_OBJECTION', 'UPHOLD_OBJECTION', 'DISMISS_OBJECTION', 'APPLY_FOR_REPAIR',
  'ACCEPT_REPAIR', 'DECLINE_REPAIR', 'EXTEND_REPAIR', 'GRANT_REPAIR', 'REFUSE_REPAIR', 'RESTORE', 'REVOKE_BASIS', 'WITHDRAW',
  'EXPIRE', 'END_WITH_ENTERPRISE', 'LIFT_MEASURES', 'ARCHIVE'));
