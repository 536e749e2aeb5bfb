package cn.quality.local.seeding;

import static cn.quality.local.seeding.Enterprise.Field.AGRICULTURE;
import static cn.quality.local.seeding.Enterprise.Field.CIRCULATION;
import static cn.quality.local.seeding.Enterprise.Field.CONSTRUCTION;
import static cn.quality.local.seeding.Enterprise.Field.INDUSTRIAL_PRODUCTION;
import static cn.quality.local.seeding.Enterprise.Field.SERVICES;

import cn.quality.local.seeding.Enterprise.Field;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an enterprise of the city may do: a port with steel, food, tea and fish, and the services around them.
 *
 * <p>The words follow the brand in a name; none begins with a character of the last brand pool, so that no two brands and
 * words read alike.
 */
enum Trade {
    GRAIN_AND_FISH(
            "C13",
            9,
            List.of("食品", "水产", "花生制品", "海产品"),
            List.of("冷冻鱿鱼", "即食海带丝", "花生油", "冷冻虾仁"),
            INDUSTRIAL_PRODUCTION),
    FOOD("C14", 6, List.of("食品", "调味品", "速冻食品"), List.of("酿造酱油", "速冻水饺", "烘焙糕点"), INDUSTRIAL_PRODUCTION, CIRCULATION),
    TEA_AND_DRINK("C15", 5, List.of("茶业", "酒业", "饮料"), List.of("绿茶", "红茶", "白酒", "饮用纯净水"), INDUSTRIAL_PRODUCTION),
    TEXTILE("C17", 3, List.of("纺织", "家纺"), List.of("床上用品", "毛巾"), INDUSTRIAL_PRODUCTION),
    CLOTHING("C18", 3, List.of("服饰", "制衣"), List.of("儿童服装", "工作服"), INDUSTRIAL_PRODUCTION),
    TIMBER("C20", 3, List.of("板材", "人造板"), List.of("胶合板", "细木工板"), INDUSTRIAL_PRODUCTION),
    FURNITURE("C21", 2, List.of("家具", "家居"), List.of("木家具", "儿童家具"), INDUSTRIAL_PRODUCTION),
    PAPER("C22", 2, List.of("纸业", "纸制品"), List.of("生活用纸", "纸箱"), INDUSTRIAL_PRODUCTION),
    CHEMICALS("C26", 2, List.of("化工", "新材料"), List.of("内墙涂料", "复合肥料"), INDUSTRIAL_PRODUCTION),
    RUBBER_AND_PLASTIC("C29", 3, List.of("塑业", "橡塑"), List.of("塑料购物袋", "给水管材"), INDUSTRIAL_PRODUCTION),
    BUILDING_MATERIALS(
            "C30", 5, List.of("建材", "混凝土", "水泥制品"), List.of("预拌混凝土", "通用硅酸盐水泥", "蒸压加气混凝土砌块"), INDUSTRIAL_PRODUCTION),
    STEEL("C31", 2, List.of("钢铁制品", "特钢"), List.of("热轧带肋钢筋", "热轧钢板"), INDUSTRIAL_PRODUCTION),
    METALWARE("C33", 4, List.of("金属制品", "紧固件"), List.of("高强度螺栓", "铝合金门窗"), INDUSTRIAL_PRODUCTION),
    MACHINERY("C34", 5, List.of("机械", "智能装备", "液压"), List.of("液压油缸", "起重机械"), INDUSTRIAL_PRODUCTION),
    CAR_PARTS("C36", 5, List.of("汽车零部件", "车桥", "汽车配件"), List.of("制动器总成", "汽车转向轴"), INDUSTRIAL_PRODUCTION),
    ELECTRICAL("C38", 3, List.of("电器", "电气"), List.of("电热水器", "低压成套开关设备", "电线电缆"), INDUSTRIAL_PRODUCTION),
    ELECTRONICS("C39", 2, List.of("电子科技", "光电"), List.of("锂离子电池", "电源适配器"), INDUSTRIAL_PRODUCTION),
    FARMING("A01", 4, List.of("农业", "茶叶种植", "蔬菜种植"), List.of("绿茶鲜叶", "黄瓜", "草莓"), AGRICULTURE),
    FISHING("A04", 3, List.of("海洋渔业", "水产养殖"), List.of("对虾", "海参", "贝类"), AGRICULTURE),
    BUILDING("E47", 4, List.of("建筑工程", "建设"), List.of(), CONSTRUCTION),
    CIVIL_WORKS("E48", 2, List.of("路桥工程", "市政工程"), List.of(), CONSTRUCTION),
    FITTING_OUT("E50", 2, List.of("装饰工程", "幕墙工程"), List.of(), CONSTRUCTION),
    WHOLESALE("F51", 8, List.of("商贸", "贸易", "进出口"), List.of("预包装食品", "成品油", "建筑钢材"), CIRCULATION),
    RETAIL("F52", 12, List.of("超市", "建材", "食品", "五金", "茶叶"), List.of("预包装食品", "插头插座", "儿童玩具"), CIRCULATION),
    HAULAGE("G54", 3, List.of("物流", "运输"), List.of(), SERVICES),
    SHIPPING("G55", 2, List.of("海运", "船务"), List.of(), SERVICES),
    LODGING("H61", 3, List.of("酒店", "民宿"), List.of(), SERVICES),
    CATERING("H62", 6, List.of("餐饮", "渔家饭店", "小吃"), List.of("餐饮具", "自制凉菜"), SERVICES),
    SOFTWARE("I65", 2, List.of("信息科技", "软件"), List.of(), SERVICES),
    BUSINESS_SERVICES("L72", 2, List.of("企业管理", "会展服务"), List.of(), SERVICES),
    TESTING("M74", 1, List.of("检测技术", "计量技术"), List.of(), SERVICES);

    private static final List<Trade> BY_WEIGHT = List.of(values()).stream()
            .flatMap(trade -> Stream.generate(() -> trade).limit(trade.weight))
            .toList();

    private final String industry;
    private final int weight;
    private final List<String> words;
    private final List<String> products;
    private final List<Field> fields;

    Trade(String industry, int weight, List<String> words, List<String> products, Field... fields) {
        this.industry = industry;
        this.weight = weight;
        this.words = words;
        this.products = products;
        this.fields = List.of(fields);
    }

    static Trade drawn(Draw draw) {
        return draw.from(BY_WEIGHT);
    }

    /** GB/T 4754-2017: section and division. */
    String industry() {
        return industry;
    }

    List<String> words() {
        return words;
    }

    /** What can be sampled; empty for trades that have no product. */
    List<String> products() {
        return products;
    }

    /** As the live rates divide products (INDUSTRIAL, AGRICULTURAL, FOOD). */
    String kindOf(String product) {
        if (isFarm()) {
            return "AGRICULTURAL";
        }
        return isFood() || product.contains("食品") ? "FOOD" : "INDUSTRIAL";
    }

    List<Field> fields() {
        return fields;
    }

    boolean isFood() {
        return this == GRAIN_AND_FISH || this == FOOD || this == TEA_AND_DRINK || this == CATERING;
    }

    boolean isFarm() {
        return fields.contains(AGRICULTURE);
    }

    boolean isConstruction() {
        return fields.contains(CONSTRUCTION);
    }

    /** Trades in which a family has a shop. */
    boolean isSmall() {
        return this == RETAIL || this == CATERING || this == LODGING || this == WHOLESALE;
    }
}
