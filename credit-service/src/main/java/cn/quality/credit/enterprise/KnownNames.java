package cn.quality.credit.enterprise;

import cn.quality.platform.identifiers.NameNormaliser;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.problem.Problem;
import java.util.List;
import java.util.Map;

/**
 * Names of enterprises by code, by which each of many items is checked.
 *
 * @param byCode the present name first, then former ones
 */
public record KnownNames(Map<String, List<String>> byCode) {

    /** @throws Problem 422 {@code name-differs} when the enterprise with this code is, and was, called otherwise */
    public void require(UnifiedSocialCreditCode code, String field, String name) {
        var names = byCode.getOrDefault(code.value(), List.of());
        var given = NameNormaliser.normalise(name);
        if (!names.isEmpty() && names.stream().map(NameNormaliser::normalise).noneMatch(given::equals)) {
            throw EnterpriseProblems.nameDiffers(code, field, names.getFirst());
        }
    }
}
