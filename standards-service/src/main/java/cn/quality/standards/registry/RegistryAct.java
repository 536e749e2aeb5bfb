package cn.quality.standards.registry;

import cn.quality.platform.transition.Labelled;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What can be done to an entry; the table says by whom. */
enum RegistryAct implements Labelled {
    PROPOSE("申报入库"),
    REVISE("修改申报"),
    WITHDRAW("撤回申报"),
    DECLINE("不予入库"),
    ENTER("审定入库"),
    CORRECT("更正"),
    FALL_DUE("有效期满转入复核"),
    REVIEW("提出复核"),
    RETAIN("复核保留"),
    EXIT("审定退出"),
    REPROPOSE("申报重新入库"),
    REENTER("审定重新入库");

    private static final Set<RegistryAct> PROPOSING = EnumSet.of(PROPOSE, REVISE, REPROPOSE);

    private final String zh;

    RegistryAct(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }

    /** Its name in the decision log. */
    String logged() {
        return "registry." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Acts after which the same person may not do this one: it decides upon them. */
    Set<RegistryAct> decidesUpon() {
        return switch (this) {
            case DECLINE, ENTER, REENTER, CORRECT -> PROPOSING;
            case RETAIN, EXIT -> EnumSet.of(REVIEW);
            case PROPOSE, REVISE, WITHDRAW, FALL_DUE, REVIEW, REPROPOSE -> Set.of();
        };
    }
}
