package cn.quality.indicator;

/** The roles of the identity provider that mean something to this service. */
public final class Roles {

    /** Keeps reference data: plans, areas, the catalogue. */
    public static final String ADMINISTRATOR = "administrator";

    private Roles() {}
}
