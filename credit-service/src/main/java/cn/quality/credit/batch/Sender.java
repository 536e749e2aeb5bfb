package cn.quality.credit.batch;

import cn.quality.credit.Roles;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import jakarta.enterprise.context.RequestScoped;

/** The system that sends: which items are its own to send. */
@RequestScoped
public class Sender {

    static final ProblemType FOREIGN_DEPARTMENT =
            new ProblemType(403, "foreign-department", new Text("来源部门不符", "Foreign department"));

    private final Caller caller;

    Sender(Caller caller) {
        this.caller = caller;
    }

    /**
     * The department whose records the caller may take away.
     *
     * @throws Problem 403 {@code foreign-department} for a caller of none
     */
    public String requireDepartment() {
        return caller.department()
                .orElseThrow(() -> new Problem(
                        FOREIGN_DEPARTMENT, new Text("当前身份不属于任何部门", "This identity belongs to no department")));
    }

    /**
     * A department sends records of its own, about its own region. An administrator may enter for anybody.
     *
     * @param region where the subject of the item is
     * @throws Problem 403 {@code foreign-department} or {@code foreign-region}
     */
    public void requireOwn(Source source, String region) {
        if (caller.has(Roles.ADMINISTRATOR)) {
            return;
        }
        if (caller.department().filter(source.department()::equals).isEmpty()) {
            throw new Problem(
                    FOREIGN_DEPARTMENT,
                    Text.of(
                            "当前身份属于“%s”，不能报送“%s”的记录",
                            "This identity belongs to '%s' and may not send records of '%s'",
                            caller.department().orElse("-"),
                            source.department()));
        }
        caller.requireRegion(region);
    }
}
