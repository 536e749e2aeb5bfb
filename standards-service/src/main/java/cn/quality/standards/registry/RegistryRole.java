package cn.quality.standards.registry;

import cn.quality.platform.identity.Caller;
import cn.quality.standards.Roles;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who does something to an entry: one prepares, another decides. */
enum RegistryRole {
    HANDLER(Roles.CASE_HANDLER, "经办人"),
    APPROVER(Roles.CASE_APPROVER, "审定人");

    private final String role;
    private final String zh;

    RegistryRole(String role, String zh) {
        this.role = role;
        this.zh = zh;
    }

    static Set<RegistryRole> of(Caller caller) {
        return Stream.of(values())
                .filter(one -> caller.has(one.role))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(RegistryRole.class)));
    }

    String zh() {
        return zh;
    }

    String en() {
        return role.replace('-', ' ');
    }
}
