package cn.quality.standards.group;

import cn.quality.platform.identity.Caller;
import cn.quality.standards.Roles;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The roles in which somebody acts on group standards. */
enum GroupRole {
    /** Staff of the social organisation that makes the standard. */
    BODY(Roles.SOCIAL_ORGANIZATION, "社会团体"),
    CASE_APPROVER(Roles.CASE_APPROVER, "案件审批人"),
    PUBLISHER(Roles.PUBLISHER, "发布人");

    private final String role;
    private final String zh;

    GroupRole(String role, String zh) {
        this.role = role;
        this.zh = zh;
    }

    static Set<GroupRole> of(Caller caller) {
        return Stream.of(values())
                .filter(one -> caller.has(one.role))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(GroupRole.class)));
    }

    String zh() {
        return zh;
    }

    String en() {
        return role.replace('-', ' ');
    }
}
