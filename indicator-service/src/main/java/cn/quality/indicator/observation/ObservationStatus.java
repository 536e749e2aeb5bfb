package cn.quality.indicator.observation;

import cn.quality.platform.problem.Text;
import java.util.Collection;
import java.util.Comparator;

/** How far a figure can be relied upon; the constants are codes of SDMX (CL_OBS_STATUS), from the best to the worst. */
public enum ObservationStatus {
    /** Normal. */
    A("正常", "normal"),
    /** First figure under another definition: not comparable with the ones before. */
    B("序列断点", "break in the series"),
    /** Provisional. */
    P("暂定", "provisional"),
    /** Estimated. */
    E("估计", "estimated"),
    /** Missing: asked for, and there is none. */
    M("缺失", "missing");

    final String label;
    private final Text text;

    ObservationStatus(String zh, String en) {
        this.label = zh + "（" + en + "）";
        this.text = new Text(zh, en);
    }

    public Text text() {
        return text;
    }

    /** What is computed from several figures is as good as the worst of them. */
    public static ObservationStatus worst(Collection<ObservationStatus> of) {
        return of.stream().max(Comparator.naturalOrder()).orElse(M);
    }
}
