package cn.quality.gateway.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person as the identity service describes them.
 *
 * @param subject the identity service's own number for the person
 * @param region code of the region the person acts for
 * @param uscc code of the enterprise the person acts for
 */
public record Profile(
        String subject,
        String login,
        String name,
        Set<String> roles,
        @Nullable String region,
        @Nullable String department,
        @Nullable String uscc) {

    public boolean has(String role) {
        return roles.contains(role);
    }
}
