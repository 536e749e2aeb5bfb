package cn.quality.platform.identity;

import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The person or system that sent this request, as the identity provider's token describes it. */
@RequestScoped
public class Caller {

    private static final String SERVICE_ACCOUNT = "service-account-";
    private static final String ENTERPRISE = "enterprise";
    private static final String SOCIAL_ORGANIZATION = "social-organization";

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Stable name for logs and for four-eyes checks: the login of a person, the client id of a system. */
    public String id() {
        return claim("preferred_username")
                .filter(name -> !name.startsWith(SERVICE_ACCOUNT))
                .or(() -> claim("azp"))
                .orElse("anonymous");
    }

    public Optional<String> department() {
        return claim("department");
    }

    /** GB/T 2260 code of the region this caller acts for. */
    public Optional<String> region() {
        return claim("region");
    }

    /** Whether the role of this caller is that of an enterprise, which acts for itself and for nobody else. */
    public boolean isEnterprise() {
        return has(ENTERPRISE);
    }

    /**
     * The enterprise this caller acts for. Who somebody is follows from the role alone: an enterprise whose token lacks its
     * code is nobody, not an official.
     *
     * @throws Problem 403 {@code no-enterprise} when the role is another, or the token carries no valid code
     */
    public UnifiedSocialCreditCode requireEnterprise() {
        if (!isEnterprise()) {
            throw noEnterprise(new Text("当前身份不是企业", "This identity is no enterprise"));
        }
        try {
            return UnifiedSocialCreditCode.read(claim("uscc")
                    .orElseThrow(
                            () -> noEnterprise(new Text("令牌未注明企业（uscc）", "The token names no enterprise (uscc)"))));
        } catch (Problem invalid) {
            throw noEnterprise(invalid.detail());
        }
    }

    /**
     * The social organisation this caller acts for, in that role and no other.
     *
     * @throws Problem 403 {@code no-organization} when the role is another, or the token carries no valid code
     */
    public UnifiedSocialCreditCode requireSocialOrganization() {
        if (!has(SOCIAL_ORGANIZATION)) {
            throw noOrganization(new Text("当前身份不是社会团体", "This identity is no social organisation"));
        }
        try {
            return UnifiedSocialCreditCode.read(claim("uscc")
                    .orElseThrow(() ->
                            noOrganization(new Text("令牌未注明社会团体（uscc）", "The token names no organisation (uscc)"))));
        } catch (Problem invalid) {
            throw noOrganization(invalid.detail());
        }
    }

    private static Problem noOrganization(Text why) {
        return new Problem(ProblemTypes.NO_ORGANIZATION, why);
    }

    private static Problem noEnterprise(Text why) {
        return new Problem(ProblemTypes.NO_ENTERPRISE, why);
    }

    public boolean has(String role) {
        return identity.hasRole(role);
    }

    public boolean anonymous() {
        return identity.isAnonymous();
    }

    /**
     * The same as the rules of a domain see it: an enterprise in the role of one, an official otherwise.
     *
     * @throws Problem 403 {@code no-enterprise} for an enterprise without its code
     */
    public Actor actor() {
        return isEnterprise()
                ? Actor.enterprise(id(), requireEnterprise().value())
                : Actor.official(
                        id(),
                        region().filter(RegionCode::isValid)
                                .map(RegionCode::new)
                                .orElse(null));
    }

    /**
     * County roles act only inside their region; a city acts in all its counties.
     *
     * @throws Problem 403 {@code foreign-region}
     */
    public void requireRegion(String regionCode) {
        if (region().filter(RegionCode::isValid)
                .filter(own -> RegionCode.isValid(regionCode) && new RegionCode(own).covers(new RegionCode(regionCode)))
                .isEmpty()) {
            throw new Problem(
                    ProblemTypes.FOREIGN_REGION,
                    Text.of(
                            "当前身份的管辖区域(%s)不包括 %s",
                            "This identity acts for region %s, which does not include %s",
                            region().orElse("-"),
                            regionCode));
        }
    }

    private Optional<String> claim(String name) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? token.<Object>claim(name).map(Object::toString).filter(value -> !value.isBlank())
                : Optional.empty();
    }
}
