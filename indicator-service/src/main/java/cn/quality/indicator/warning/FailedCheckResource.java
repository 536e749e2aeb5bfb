package cn.quality.indicator.warning;

import cn.quality.indicator.Roles;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Figures that could not be looked at, for those who must mend the cause; like the dead letters of the inbox. */
@Path("failed-warning-checks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operations", description = "运行与审计 (operations and audit)")
class FailedCheckResource {

    private final WarningCheckService checks;

    FailedCheckResource(WarningCheckService checks) {
        this.checks = checks;
    }

    @GET
    @RolesAllowed(Roles.AUDITOR)
    public Page<FailedCheck> listFailedWarningChecks(@Valid @BeanParam PageRequest request) {
        return checks.failed(request);
    }
}
