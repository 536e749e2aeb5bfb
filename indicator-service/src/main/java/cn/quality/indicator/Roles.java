package cn.quality.indicator;

/** The roles of the identity provider that mean something to this service. */
public final class Roles {

    /** Keeps reference data: plans, areas, the catalogue. */
    public static final String ADMINISTRATOR = "administrator";

    /** Reports figures of an area or a department. */
    public static final String REPORTER = "reporter";

    /** Approves what is reported within a district. */
    public static final String COUNTY_REVIEWER = "county-reviewer";

    /** Accepts for the city what districts and departments report. */
    public static final String CITY_REVIEWER = "city-reviewer";

    /** Makes public. */
    public static final String PUBLISHER = "publisher";

    /** Sees everything, changes nothing. */
    public static final String AUDITOR = "auditor";

    private Roles() {}
}
