package cn.quality.local.seeding;

import java.util.List;
import java.util.stream.Stream;

/** Where enterprises are, about as many as live and work there. */
enum Place {
    DONGGANG("371102", 30, "日照", "东港区", "日照市东港区"),
    LANSHAN("371103", 18, "日照岚山", "岚山区", "日照市岚山区"),
    WULIAN("371121", 15, "五莲县", "五莲县", "日照市五莲县"),
    JUXIAN("371122", 20, "莒县", "莒县", "日照市莒县"),
    ECONOMIC_ZONE("371171", 9, "日照经济技术开发区", "日照经济技术开发区", "日照经济技术开发区"),
    HIGH_TECH_ZONE("371100-GXQ", 5, "日照高新区", "日照高新区", "日照高新技术产业开发区"),
    SEASIDE_RESORT("371100-SHT", 3, "日照山海天", "日照山海天", "日照山海天旅游度假区");

    private static final List<Place> BY_WEIGHT = List.of(values()).stream()
            .flatMap(place -> Stream.generate(() -> place).limit(place.weight))
            .toList();

    private final String region;
    private final int weight;
    private final String ofCompany;
    private final String ofShop;
    private final String address;

    Place(String region, int weight, String ofCompany, String ofShop, String address) {
        this.region = region;
        this.weight = weight;
        this.ofCompany = ofCompany;
        this.ofShop = ofShop;
        this.address = address;
    }

    static Place drawn(Draw draw) {
        return draw.from(BY_WEIGHT);
    }

    String region() {
        return region;
    }

    /** How a name begins: companies take the city's name, shops their district's. */
    String inName(boolean shop) {
        return shop ? ofShop : ofCompany;
    }

    String address() {
        return address;
    }
}
