package cn.quality.standards.number;

/** Whether one must follow a standard. Group and enterprise standards have none: nobody but their users is bound. */
public enum Nature {
    MANDATORY("强制性"),
    RECOMMENDED("推荐性"),
    GUIDE("指导性技术文件");

    private final String zh;

    Nature(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
