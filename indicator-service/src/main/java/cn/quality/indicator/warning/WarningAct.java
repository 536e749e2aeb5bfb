package cn.quality.indicator.warning;

import cn.quality.platform.transition.Labelled;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What can be done to a warning; the table says by whom. */
enum WarningAct implements Labelled {
    RAISE("发出预警"),
    ASSIGN("交办"),
    PLAN("报送整改方案"),
    EXTEND("延期"),
    SUBMIT("报送整改证明"),
    RETURN("退回"),
    CLOSE("核查销号"),
    ESCALATE("逾期上报市级"),
    RESTATE("更新依据"),
    WITHDRAW("撤销");

    private static final Set<WarningAct> RECTIFYING = EnumSet.of(PLAN, SUBMIT);

    private final String zh;

    WarningAct(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }

    /** Its name in the decision log. */
    String logged() {
        return "warning." + name().toLowerCase(Locale.ROOT);
    }

    /** Acts after which the same person may not do this one: it judges them. */
    Set<WarningAct> judges() {
        return switch (this) {
            case CLOSE, EXTEND -> RECTIFYING;
            case RAISE, ASSIGN, PLAN, SUBMIT, RETURN, ESCALATE, RESTATE, WITHDRAW -> Set.of();
        };
    }
}
