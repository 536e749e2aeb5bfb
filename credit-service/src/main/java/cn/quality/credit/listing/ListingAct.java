package cn.quality.credit.listing;

import static cn.quality.credit.Roles.CASE_APPROVER;
import static cn.quality.credit.Roles.CASE_HANDLER;
import static cn.quality.credit.Roles.ENTERPRISE;
import static cn.quality.credit.Roles.PUBLISHER;

import cn.quality.platform.transition.Labelled;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be done to an entry, and who may do it. An act without a role is done by time alone. */
public enum ListingAct implements Labelled {
    DRAFT("起草", Duty.PREPARES, CASE_HANDLER),
    REVISE("修改草稿", Duty.PREPARES, CASE_HANDLER),
    SUBMIT("送审", Duty.PREPARES, CASE_HANDLER),
    SEND_BACK("退回", Duty.DECIDES, CASE_APPROVER),
    REJECT("不予列入", Duty.DECIDES, CASE_APPROVER),
    SERVE_NOTICE("告知", Duty.DECIDES, CASE_APPROVER),
    RECEIVE_DEFENCE("收到陈述申辩", null, CASE_HANDLER, ENTERPRISE),
    LAPSE_DEFENCE("确认逾期未申辩", null, CASE_HANDLER),
    CONSENT("记录上级同意", Duty.DECIDES, CASE_APPROVER),
    DECIDE("作出决定", Duty.DECIDES, CASE_APPROVER),
    SERVE_DECISION("送达决定", Duty.PREPARES, CASE_HANDLER),
    CLOSE("终止办理", Duty.DECIDES, CASE_APPROVER),
    ANNOUNCE("公示", Duty.DECIDES, CASE_APPROVER),
    ANSWER_NOTICE_OBJECTION("答复公示异议", Duty.DECIDES, CASE_APPROVER),
    PUBLISH("发布", Duty.PUBLISHES, PUBLISHER),
    ADD_STATEMENT("发表企业声明", null, ENTERPRISE),
    RAISE_OBJECTION("提出异议", null, ENTERPRISE),
    REFER_OBJECTION("请其他单位核实异议", Duty.PREPARES, CASE_HANDLER),
    UPHOLD_OBJECTION("异议成立", Duty.DECIDES, CASE_APPROVER),
    DISMISS_OBJECTION("异议不成立", Duty.DECIDES, CASE_APPROVER),
    APPLY_FOR_REPAIR("申请信用修复", null, ENTERPRISE),
    ACCEPT_REPAIR("受理修复申请", Duty.PREPARES, CASE_HANDLER),
    DECLINE_REPAIR("不予受理修复申请", Duty.PREPARES, CASE_HANDLER),
    EXTEND_REPAIR("延长修复决定期限", Duty.DECIDES, CASE_APPROVER),
    GRANT_REPAIR("准予修复", Duty.DECIDES, CASE_APPROVER),
    REFUSE_REPAIR("不予修复", Duty.DECIDES, CASE_APPROVER),
    FILE_COURT_RULING("提交重整或者和解裁定", null, ENTERPRISE),
    GRANT_TEMPORARY_REPAIR("准予临时修复", Duty.DECIDES, CASE_APPROVER),
    REFUSE_TEMPORARY_REPAIR("不予临时修复", Duty.DECIDES, CASE_APPROVER),
    CONFIRM_REORGANISATION("重整计划或者和解协议执行完毕，确认修复", Duty.DECIDES, CASE_APPROVER),
    RESUME_DISPLAY("重整失败，恢复公示", Duty.PUBLISHES, PUBLISHER),
    RESTORE("撤销修复", Duty.DECIDES, CASE_APPROVER),
    REVOKE_BASIS("登记依据被撤销", Duty.DECIDES, CASE_APPROVER),
    WITHDRAW("撤下", null, PUBLISHER),
    REINSTATE("恢复红榜条目", Duty.PUBLISHES, PUBLISHER),
    EXPIRE("到期", null),
    END_WITH_ENTERPRISE("企业注销，停止公示", null),
    LIFT_MEASURES("解除措施", Duty.PREPARES, CASE_HANDLER),
    ARCHIVE("归档", Duty.PUBLISHES, PUBLISHER);

    /** The three duties on an entry (四眼原则): no person may hold two of them on one entry. */
    enum Duty {
        PREPARES,
        DECIDES,
        PUBLISHES
    }

    private final String zh;
    private final @Nullable Duty duty;
    private final List<String> roles;

    ListingAct(String zh, @Nullable Duty duty, String... roles) {
        this.zh = zh;
        this.duty = duty;
        this.roles = List.of(roles);
    }

    @Override
    public String zh() {
        return zh;
    }

    /** None for what the enterprise does itself, what is merely received, what time does, and what only ends. */
    Optional<Duty> duty() {
        return Optional.ofNullable(duty);
    }

    List<String> roles() {
        return roles;
    }

    @Override
    public boolean isOfficial() {
        return !roles.equals(List.of(ENTERPRISE));
    }

    /** Its name in the decision log. */
    String logged() {
        return "listing." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
