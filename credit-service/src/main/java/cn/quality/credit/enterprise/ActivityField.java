package cn.quality.credit.enterprise;

/** The fields of activity in which the plan has red and black lists. */
public enum ActivityField {
    INDUSTRIAL_PRODUCTION("工业生产"),
    CIRCULATION("流通"),
    CONSTRUCTION("工程建设"),
    SERVICES("服务业"),
    AGRICULTURE("农业");

    /** As tables of departments name it. */
    final String label;

    ActivityField(String label) {
        this.label = label;
    }
}
