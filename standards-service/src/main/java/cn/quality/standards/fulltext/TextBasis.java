package cn.quality.standards.fulltext;

import cn.quality.platform.problem.Text;
import cn.quality.standards.catalogue.StandardView;
import cn.quality.standards.number.Level;
import cn.quality.standards.number.Nature;
import java.util.Optional;

/** On which ground the text of a standard is public. */
enum TextBasis {
    /** 标准化法 art. 17: the texts of mandatory standards are open to the public for nothing. */
    MANDATORY {
        @Override
        Optional<Text> objection(StandardView standard) {
            if (standard.nature() != Nature.MANDATORY) {
                return Optional.of(Text.of(
                        "%s 不是强制性标准，文本受著作权保护，未经许可不能公开",
                        "%s is not mandatory; its text is protected by copyright and not public without permission",
                        standard.canonicalNumber()));
            }
            // What the international bodies hold the rights in, the state does not give away.
            return standard.adopts().isEmpty()
                    ? Optional.empty()
                    : Optional.of(Text.of(
                            "%s 采用国际标准，文本涉及国际标准组织的版权，未经许可不能公开",
                            "%s adopts an international standard, whose body holds rights in the text; not public without permission",
                            standard.canonicalNumber()));
        }
    },
    /** 山东省标准化条例 2020 art. 27: the texts of local standards are open for nothing. */
    LOCAL {
        @Override
        Optional<Text> objection(StandardView standard) {
            boolean ofTheProvince = standard.level() == Level.LOCAL
                    && standard.canonicalNumber().startsWith("DB37");
            return ofTheProvince
                    ? Optional.empty()
                    : Optional.of(Text.of(
                            "%s 不是山东省的地方标准", "%s is no local standard of Shandong", standard.canonicalNumber()));
        }
    },
    /** The holder of the right permits it. */
    PERMITTED {
        @Override
        Optional<Text> objection(StandardView standard) {
            return Optional.empty();
        }
    };

    /** Why the text of a standard is not public on this ground; empty when it is. */
    abstract Optional<Text> objection(StandardView standard);
}
