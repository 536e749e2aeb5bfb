package cn.quality.indicator.sdmx;

import cn.quality.platform.problem.Text;
import java.util.Map;

/** @param codes with their names, in order */
record Codelist(String id, Text label, Map<String, Text> codes) {}
