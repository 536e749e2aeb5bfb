package cn.quality.standards.supervision;

import cn.quality.standards.Roles;

/** The three hands of a case. */
enum Duty {
    PREPARE(Roles.CASE_HANDLER, "经办"),
    APPROVE(Roles.CASE_APPROVER, "审批"),
    PUBLISH(Roles.PUBLISHER, "发布");

    private final String role;
    private final String zh;

    Duty(String role, String zh) {
        this.role = role;
        this.zh = zh;
    }

    /** The role of the realm that carries it. */
    String role() {
        return role;
    }

    String zh() {
        return zh;
    }
}
