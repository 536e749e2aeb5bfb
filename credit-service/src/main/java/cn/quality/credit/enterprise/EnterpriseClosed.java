package cn.quality.credit.enterprise;

import cn.quality.platform.identifiers.UnifiedSocialCreditCode;

/**
 * An enterprise has been closed. Other features observe it inside the transaction of the closure; other services receive {@link
 * EnterpriseEvent.Closed} instead.
 */
public record EnterpriseClosed(UnifiedSocialCreditCode uscc) {}
