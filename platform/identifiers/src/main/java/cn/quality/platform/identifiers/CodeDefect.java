package cn.quality.platform.identifiers;

import cn.quality.platform.problem.Text;

/** One reason why a text is not a unified social credit code. */
public sealed interface CodeDefect {

    /** Stable name of the reason, for programs. */
    String code();

    /** The reason shown to a person. */
    Text text();

    /** @param found number of characters that came */
    record Length(int found) implements CodeDefect {
        @Override
        public String code() {
            return "length";
        }

        @Override
        public Text text() {
            return Text.of("应为18位，实为%d位", "Must have 18 characters, has %d", found);
        }
    }

    /**
     * A character outside the alphabet; I, O, Z, S and V are left out because they are misread.
     *
     * @param position counted from 1
     */
    record Letter(int position, String found) implements CodeDefect {
        @Override
        public String code() {
            return "letter";
        }

        @Override
        public Text text() {
            return Text.of(
                    "第%d位不允许使用字符“%s”(仅限数字及除 I、O、Z、S、V 外的大写字母)",
                    "Character %d may not be '%s' (digits and capital letters without I, O, Z, S, V only)",
                    position,
                    found);
        }
    }

    /** The last character does not follow from the 17 before it (GB 32100-2015). */
    record CheckCharacter(char found, char expected) implements CodeDefect {
        @Override
        public String code() {
            return "check-character";
        }

        @Override
        public Text text() {
            return Text.of("第18位校验码应为“%c”，实为“%c”", "Check character 18 must be '%c', is '%c'", expected, found);
        }
    }

    /** Character 17 does not follow from the 8 before it (GB 11714, the organisation code inside). */
    record OrganisationCheckCharacter(char found, char expected) implements CodeDefect {
        @Override
        public String code() {
            return "organisation-check-character";
        }

        @Override
        public Text text() {
            return Text.of(
                    "第17位(组织机构代码校验码)应为“%c”，实为“%c”",
                    "Organisation check character 17 must be '%c', is '%c'", expected, found);
        }
    }
}
