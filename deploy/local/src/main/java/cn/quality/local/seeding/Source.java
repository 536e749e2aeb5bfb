package cn.quality.local.seeding;

/** Where a record comes from; department and number together make it one and the same whenever it is sent. */
public record Source(String department, String recordNumber) {

    /** The department whose system the seeder speaks as. */
    static final String DEPARTMENT = "日照市市场监督管理局";

    static Source numbered(String recordNumber) {
        return new Source(DEPARTMENT, recordNumber);
    }
}
