package cn.quality.standards.supervision;

import cn.quality.platform.transition.Labelled;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be done to a case, and whose duty it is. */
enum SupervisionAct implements Labelled {
    FIND("登记检查发现", Duty.PREPARE),
    DISMISS("不予认定", Duty.APPROVE),
    ORDER("责令限期改正", Duty.APPROVE),
    EXTEND("延期", Duty.APPROVE),
    ANSWER("答复", null),
    REJECT("复查不通过", Duty.PREPARE),
    CONFIRM("确认改正", Duty.APPROVE),
    PROPOSE("提请公示", Duty.PREPARE),
    RETURN("退回", Duty.PUBLISH),
    PUBLICISE("公示", Duty.PUBLISH),
    LIFT("结束公示", Duty.APPROVE),
    REFER("报送省级", Duty.PREPARE),
    WITHDRAW("撤销", Duty.APPROVE);

    private final String zh;
    private final @Nullable Duty duty;

    SupervisionAct(String zh, @Nullable Duty duty) {
        this.zh = zh;
        this.duty = duty;
    }

    @Override
    public String zh() {
        return zh;
    }

    /** None: it is the enterprise's. */
    Optional<Duty> duty() {
        return Optional.ofNullable(duty);
    }

    @Override
    public boolean isOfficial() {
        return duty != null;
    }

    /** Its name in the decision log. */
    String logged() {
        return "supervision." + name().toLowerCase(Locale.ROOT);
    }
}
