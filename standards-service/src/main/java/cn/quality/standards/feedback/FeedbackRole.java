package cn.quality.standards.feedback;

import cn.quality.platform.identity.Caller;
import cn.quality.standards.Roles;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Who does something to a report. */
enum FeedbackRole {
    /** Holds the secret of the receipt. */
    REPORTER("反馈人"),
    HANDLER("经办人"),
    PUBLISHER("发布人");

    private final String zh;

    FeedbackRole(String zh) {
        this.zh = zh;
    }

    static Set<FeedbackRole> of(Caller caller) {
        var roles = EnumSet.noneOf(FeedbackRole.class);
        if (caller.has(Roles.CASE_HANDLER)) {
            roles.add(HANDLER);
        }
        if (caller.has(Roles.PUBLISHER)) {
            roles.add(PUBLISHER);
        }
        return roles;
    }

    String zh() {
        return zh;
    }

    String en() {
        return name().toLowerCase(Locale.ROOT);
    }
}
