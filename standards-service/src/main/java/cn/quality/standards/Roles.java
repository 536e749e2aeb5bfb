package cn.quality.standards;

/** Roles of the realm that this service knows. */
public final class Roles {

    public static final String ADMINISTRATOR = "administrator";
    public static final String ENTERPRISE = "enterprise";

    private Roles() {}
}
