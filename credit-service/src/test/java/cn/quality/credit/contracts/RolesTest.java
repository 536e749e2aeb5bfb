package cn.quality.credit.contracts;

import static cn.quality.credit.Credit.DEPARTMENT;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import cn.quality.testing.RoleTable.Operation;
import cn.quality.testing.RoleTableContract;
import cn.quality.testing.RolesInTheTable;
import cn.quality.testing.Tokens;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Who may call what, tried on an enterprise with a published entry, and by callers who are at home elsewhere. */
@CreditTest
class RolesTest extends RoleTableContract {

    private String uscc = "";
    private String listing = "";

    @BeforeEach
    void anEnterpriseWithAPublishedEntry() {
        Credit.storeReferenceData();
        Credit.storeLaw();
        uscc = Credit.registered();
        listing = Credit.published(uscc, "BLACK");
    }

    @Override
    protected String base() {
        return Credit.BASE;
    }

    @Override
    protected String remarks() {
        return """
            # GET is called on an enterprise in region 371102, its published entry, and as that enterprise.
            # The last columns are the same roles, but of another region, department or enterprise.
            """;
    }

    @Override
    protected Map<String, Optional<String>> callers() {
        var callers = RolesInTheTable.everybody(role -> of(role).sign());
        callers.put("handler elsewhere", token(of("case-handler").region("371103")));
        callers.put("publisher elsewhere", token(of("publisher").region("371103")));
        callers.put("provider elsewhere", token(of("data-provider").region("371103")));
        callers.put("other department", token(of("data-provider").department("示例另一部门")));
        callers.put("other enterprise", token(of("enterprise").uscc("91371199MA3RH00187")));
        callers.put("enterprise of none", token(Tokens.of("enterprise").user("nobody")));
        return callers;
    }

    /** What is read exists; what is written to does not, so that nothing is changed. */
    @Override
    protected String path(Operation operation) {
        boolean read = operation.reads();
        return operation
                .path()
                .replace("listings/{id}", "listings/" + (read ? listing : UUID.randomUUID()))
                .replace("{uscc}", read ? uscc : "91371199MA3RH00187")
                .replace("{year}", "2026")
                .replaceAll("\\{(\\w*[iI]d)}", UUID.randomUUID().toString())
                .replaceAll("\\{\\w+}", "none");
    }

    private Tokens of(String role) {
        return Tokens.of(role)
                .user("table-" + role)
                .region("371100")
                .department(DEPARTMENT)
                .uscc(uscc);
    }

    private static Optional<String> token(Tokens claims) {
        return Optional.of(claims.sign());
    }
}
