package cn.quality.platform.identity;

/** Who is competent where, read off the administrative division codes (GB/T 2260). */
final class Jurisdiction {

    private Jurisdiction() {}

    /** 370000 covers the province, 371100 the city with its counties and function zones, 371102 itself alone. */
    static boolean covers(String own, String region) {
        if (own.equals(region)) {
            return true;
        }
        if (own.endsWith("0000")) {
            return region.startsWith(own.substring(0, 2));
        }
        return own.endsWith("00") && region.startsWith(own.substring(0, 4));
    }
}
