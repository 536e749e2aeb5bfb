package cn.quality.local.seeding;

import cn.quality.local.seeding.Enterprise.Field;
import cn.quality.local.seeding.Enterprise.SubjectType;
import cn.quality.platform.identifiers.FictionalCodes;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Fictional enterprises: the n-th is a function of n alone.
 *
 * <p>Up to sixteen million have codes and names of their own. The first is the one the sample login {@code enterprise}
 * speaks for.
 */
public final class Enterprises {

    /** GB/T 2260 gives these digits to no place, so no real enterprise can carry a code with them. */
    static final String FIRST_CODE = "91371199MA3RH00187";

    /** What the last four characters of an organisation code can tell apart. */
    private static final int CODES_OF_A_PREFIX = 31 * 31 * 31 * 31;

    private static final String PREFIX = "MA3";
    private static final String PREFIX_ENDS = "RTUWXYABCDEFGHJKLMN";

    // "H001", the place where the first code stands, and a stride that visits all others before it returns.
    private static final int START = ((16 * 31) * 31) * 31 + 1;
    private static final int STRIDE = 271_828;

    private static final String FIRST_CHARACTERS = "海岚启鼎恒瑞泰隆华兴宏远德嘉金银天润东旭昌荣丰裕和顺安康凯诚信义佳美新创联汇聚博雅清源青山绿水春夏秋晨阳光明朗景福禄祥云碧蓝沧浩";
    private static final String FURTHER_CHARACTERS = "泓达通盛茂辉昊宇航帆泽渤瀚澜涛潮汐港湾屿岛礁贝珊瑚珍玉琪瑶琳璟轩逸飞鸿翔鹏骏驰腾跃升程途旺硕果实穗禾苗林森木石磐岩峰岭川江河湖舟";
    private static final int POOL = 64;

    private static final LocalDate EARLIEST = LocalDate.of(1998, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2024, 12, 31);

    private static final int PURPOSE = 1;
    private static final String MARKET_SUPERVISION = "9";

    private Enterprises() {}

    /** Those with indices from {@code first} (inclusive) to {@code end} (exclusive), one at a time. */
    static Stream<Enterprise> between(long first, long end) {
        return LongStream.range(first, end).mapToObj(Enterprises::at);
    }

    /** @param index counted from 0 */
    public static Enterprise at(long index) {
        return index == 0 ? first() : drawn(index);
    }

    private static Enterprise first() {
        var trade = Trade.GRAIN_AND_FISH;
        return new Enterprise(
                FIRST_CODE,
                "日照示例海洋食品有限公司",
                Place.DONGGANG.region(),
                SubjectType.LEGAL_PERSON,
                trade.industry(),
                trade.fields(),
                LocalDate.of(2012, 5, 18),
                "日照市东港区示例路1号",
                true,
                source(0),
                trade);
    }

    private static Enterprise drawn(long index) {
        var draw = Draw.of(index, PURPOSE);
        var trade = Trade.drawn(draw);
        var place = Place.drawn(draw);
        var type = type(trade, draw);
        var name = place.inName(type == SubjectType.SOLE_TRADER)
                + "示例"
                + brand(index)
                + draw.from(trade.words())
                + form(type, place, draw);
        return new Enterprise(
                UnifiedSocialCreditCode.complete(
                                MARKET_SUPERVISION + type.category() + FictionalCodes.REGION + organisation(index))
                        .value(),
                name,
                place.region(),
                type,
                trade.industry(),
                fields(trade, type),
                draw.day(EARLIEST, LATEST),
                "%s示例路%d号".formatted(place.address(), 1 + draw.below(999)),
                true,
                source(index),
                trade);
    }

    private static SubjectType type(Trade trade, Draw draw) {
        if (trade.isFarm() && draw.percent(60)) {
            return SubjectType.COOPERATIVE;
        }
        if (trade.isSmall() && draw.percent(70)) {
            return SubjectType.SOLE_TRADER;
        }
        return draw.percent(3) ? SubjectType.BRANCH : SubjectType.LEGAL_PERSON;
    }

    private static String form(SubjectType type, Place place, Draw draw) {
        return switch (type) {
            case LEGAL_PERSON -> draw.from(List.of("有限公司", "有限公司", "有限公司", "有限责任公司", "股份有限公司"));
            case BRANCH -> "有限公司" + place.inName(true) + "分公司";
            case SOLE_TRADER -> draw.from(List.of("经营部", "商行", "店"));
            case COOPERATIVE -> "专业合作社";
        };
    }

    /** A cooperative works the land, whatever else it does. */
    private static List<Field> fields(Trade trade, SubjectType type) {
        return type == SubjectType.COOPERATIVE ? List.of(Field.AGRICULTURE, Field.CIRCULATION) : trade.fields();
    }

    private static String organisation(long index) {
        int suffix = (int) ((START + index % CODES_OF_A_PREFIX * STRIDE) % CODES_OF_A_PREFIX);
        var code = new StringBuilder(8)
                .append(PREFIX)
                .append(PREFIX_ENDS.charAt(Math.toIntExact(index / CODES_OF_A_PREFIX)));
        for (int power = 31 * 31 * 31; power > 0; power /= 31) {
            code.append(UnifiedSocialCreditCode.ALPHABET.charAt(suffix / power % 31));
        }
        return code.toString();
    }

    /** Two characters while they last, then three, then four; each brand once. */
    private static String brand(long index) {
        long ofThisLength = POOL * POOL;
        long number = index;
        int length = 2;
        while (number >= ofThisLength) {
            number -= ofThisLength;
            ofThisLength *= POOL;
            length++;
        }
        // An odd factor permutes the numbers below a power of two, so that neighbours do not look alike.
        long mixed = number * 1_597 % ofThisLength;
        var brand = new StringBuilder(length).append(FIRST_CHARACTERS.charAt((int) (mixed % POOL)));
        for (int i = 1; i < length; i++) {
            mixed /= POOL;
            brand.append(FURTHER_CHARACTERS.charAt((int) (mixed % POOL)));
        }
        return brand.toString();
    }

    private static Source source(long index) {
        return Source.numbered("SL-DJ-%07d".formatted(index + 1));
    }
}
