package cn.quality.gateway.identity;

/** The identity service answered, and said no: the code is spent, the login is over there, or the user is barred. */
final class GrantRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GrantRefused(String reason) {
        super(reason, null, false, false);
    }
}
