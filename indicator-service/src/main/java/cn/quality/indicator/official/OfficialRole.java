package cn.quality.indicator.official;

import cn.quality.indicator.Roles;
import cn.quality.platform.identity.Caller;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The roles in which something officials act. */
public enum OfficialRole {
    REPORTER(Roles.REPORTER, "填报人"),
    COUNTY_REVIEWER(Roles.COUNTY_REVIEWER, "县级审核人"),
    CITY_REVIEWER(Roles.CITY_REVIEWER, "市级审核人"),
    PUBLISHER(Roles.PUBLISHER, "发布人");

    private final String role;
    private final String zh;

    OfficialRole(String role, String zh) {
        this.role = role;
        this.zh = zh;
    }

    public static Set<OfficialRole> of(Caller caller) {
        return Stream.of(values())
                .filter(one -> caller.has(one.role))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(OfficialRole.class)));
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return role.replace('-', ' ');
    }
}
