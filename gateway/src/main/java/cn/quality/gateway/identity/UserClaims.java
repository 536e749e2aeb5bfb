package cn.quality.gateway.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user as the claims of the identity service describe them.
 *
 * @param subject the identity service's own number for the user
 * @param region code of the region the user acts for
 * @param uscc code of the enterprise the user acts for
 */
public record UserClaims(
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
