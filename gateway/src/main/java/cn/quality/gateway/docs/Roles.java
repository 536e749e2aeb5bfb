package cn.quality.gateway.docs;

import cn.quality.platform.problem.Text;
import java.util.Map;

/** The roles of the identity service in words. */
final class Roles {

    private static final Map<String, Text> MEANINGS = Map.ofEntries(
            Map.entry("data-provider", new Text("数据提供部门：报送本部门的记录", "Department that sends its own records")),
            Map.entry("reporter", new Text("指标填报", "Reports indicators")),
            Map.entry("county-reviewer", new Text("县级审核", "Reviews indicators for a county")),
            Map.entry("city-reviewer", new Text("市级审核", "Reviews indicators for the city")),
            Map.entry("case-handler", new Text("承办：起草与调查", "Prepares cases and drafts entries")),
            Map.entry("case-approver", new Text("审批：作出决定", "Decides")),
            Map.entry("publisher", new Text("发布", "Publishes")),
            Map.entry("enterprise", new Text("企业：本企业的档案、异议、修复与声明", "An enterprise on its own behalf")),
            Map.entry("social-organization", new Text("社会团体：本团体的标准", "Its own group standards")),
            Map.entry(
                    "screening-client",
                    new Text("对接系统：批量核查、变更订阅与推送", "Other system: screening, change feeds, webhooks")),
            Map.entry("auditor", new Text("审计：决定日志、历史与死信", "Reads decision logs, history and dead letters")),
            Map.entry("administrator", new Text("管理：基础数据与规则包", "Reference data and rule packs")));

    private Roles() {}

    static Text meaning(String role) {
        return MEANINGS.getOrDefault(role, new Text(role, role));
    }
}
