package cn.quality.credit.matching;

import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One side of a comparison: what is known of an enterprise, by the client or by the register.
 *
 * @param place where it is, given besides the name
 */
public record ComparedEnterprise(
        @Nullable UnifiedSocialCreditCode code,
        @Nullable LegalName name,
        List<LegalName> formerNames,
        @Nullable RegionCode place) {

    /** The same with its code left out of account. */
    public ComparedEnterprise withoutCode() {
        return new ComparedEnterprise(null, name, formerNames, place);
    }
}
