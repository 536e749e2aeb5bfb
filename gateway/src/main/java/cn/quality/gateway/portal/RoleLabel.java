package cn.quality.gateway.portal;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a role is called on the workbench, and where its work is found.
 *
 * @param name of the role, for a person
 */
record RoleLabel(String name, List<Link> links) {

    private static final Map<String, RoleLabel> BY_ROLE = Map.ofEntries(
            Map.entry("data-provider", new RoleLabel("数据报送", List.of())),
            Map.entry("reporter", new RoleLabel("指标填报", List.of(page("规划指标", "/indicators")))),
            Map.entry("county-reviewer", new RoleLabel("县级指标审核", List.of(page("规划指标", "/indicators")))),
            Map.entry("city-reviewer", new RoleLabel("市级指标审核", List.of(page("规划指标", "/indicators")))),
            Map.entry("case-handler", new RoleLabel("名单经办", List.of(data("本单位的投诉举报", "/api/credit/v1/complaints")))),
            Map.entry("case-approver", new RoleLabel("名单审批", List.of(data("本单位的投诉举报", "/api/credit/v1/complaints")))),
            Map.entry(
                    "publisher",
                    new RoleLabel(
                            "名单公布",
                            List.of(
                                    data("停止共享通知", "/api/credit/v1/sharing-stops"),
                                    data("发布批次", "/api/credit/v1/listing-batches")))),
            Map.entry(
                    "enterprise",
                    new RoleLabel(
                            "企业",
                            List.of(
                                    data("下载本企业全部档案", Workbench.ARCHIVE),
                                    data("谁查询过本企业", "/api/credit/v1/own/lookups"),
                                    data("收到的投诉举报告知", "/api/credit/v1/complaint-notices")))),
            Map.entry("social-organization", new RoleLabel("社会团体", List.of(page("标准目录", "/standards")))),
            Map.entry("screening-client", new RoleLabel("批量核查", List.of())),
            Map.entry(
                    "auditor",
                    new RoleLabel(
                            "审计",
                            List.of(
                                    data("校验信用服务的决定日志", "/api/credit/v1/decision-log/verification"),
                                    data("校验标准服务的决定日志", "/api/standards/v1/decision-log/verification"),
                                    data("校验指标服务的决定日志", "/api/indicators/v1/decision-log/verification"),
                                    data("信用服务无法处理的消息", "/api/credit/v1/dead-letters"),
                                    data("本辖区的投诉举报", "/api/credit/v1/complaints")))),
            Map.entry(
                    "administrator",
                    new RoleLabel(
                            "系统管理",
                            List.of(
                                    data("规则包", "/api/credit/v1/rule-packs"),
                                    data("设列依据目录", "/api/credit/v1/legal-bases"),
                                    data("区划目录", "/api/credit/v1/regions")))));

    /** @param kind what is behind the link, when it is no page */
    record Link(String name, String address, String kind) {}

    /** The labels of a person's roles; the identity service gives others for itself. */
    static List<RoleLabel> of(Set<String> roles) {
        return roles.stream()
                .sorted()
                .filter(BY_ROLE::containsKey)
                .map(BY_ROLE::get)
                .toList();
    }

    private static Link page(String name, String address) {
        return new Link(name, address, "");
    }

    private static Link data(String name, String address) {
        return new Link(name, address, address.endsWith(".csv") ? "CSV" : "JSON");
    }
}
