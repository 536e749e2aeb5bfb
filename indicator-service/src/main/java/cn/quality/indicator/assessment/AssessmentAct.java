package cn.quality.indicator.assessment;

import cn.quality.indicator.Roles;
import cn.quality.platform.transition.Labelled;
import java.util.Locale;

/** What can be done to a cycle, and by which role. */
enum AssessmentAct implements Labelled {
    OPEN("启动考核", Roles.CITY_REVIEWER),
    FILE_TARGETS("备案目标", Roles.REPORTER),
    START_SELF_EVALUATION("进入自我评价", Roles.CITY_REVIEWER),
    ENTER("填报", Roles.REPORTER),
    SUBMIT("提交自评", Roles.REPORTER),
    START_ON_SITE_CHECK("进入实地核查", Roles.CITY_REVIEWER),
    RECORD_FINDINGS("记录核查结果", Roles.CITY_REVIEWER),
    START_REVIEW("进入综合评价", Roles.CITY_REVIEWER),
    REVIEW("评审", Roles.CITY_REVIEWER),
    OPEN_APPEALS("反馈结果", Roles.CITY_REVIEWER),
    APPEAL("申诉", Roles.REPORTER),
    DECIDE_APPEAL("处理申诉", Roles.CITY_REVIEWER),
    PUBLISH("公布", Roles.CITY_REVIEWER),
    START_CORRECTION("启动更正", Roles.CITY_REVIEWER);

    private final String zh;
    private final String role;

    AssessmentAct(String zh, String role) {
        this.zh = zh;
        this.role = role;
    }

    @Override
    public String zh() {
        return zh;
    }

    /** Who may do it. */
    String role() {
        return role;
    }

    /** Its name in the decision log. */
    String logged() {
        return "assessment." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
