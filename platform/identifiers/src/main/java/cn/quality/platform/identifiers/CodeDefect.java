package cn.quality.platform.identifiers;

import cn.quality.platform.problem.Text;

/**
 * One reason why a text is not a unified social credit code, or a hint what was meant instead.
 *
 * <p>No reason says which check character would be right: with one wrong character elsewhere that would complete the code of
 * another enterprise.
 */
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

    /**
     * Places 1 and 2 name no authority and category of the standard's table.
     *
     * @param found both places
     */
    record Authority(String found) implements CodeDefect {
        @Override
        public String code() {
            return "authority";
        }

        @Override
        public Text text() {
            return Text.of(
                    "第1至2位“%s”不是标准所列的登记管理部门和机构类别(企业为91，个体工商户为92)",
                    "Characters 1 and 2, '%s', are no authority and category of the standard (91 for companies, 92 for"
                            + " individual businesses)",
                    found);
        }
    }

    /**
     * Places 3 to 8 are no region code, which is six digits and does not begin with 0 (GB/T 2260).
     *
     * @param found the six places
     */
    record Region(String found) implements CodeDefect {
        @Override
        public String code() {
            return "region-digits";
        }

        @Override
        public Text text() {
            return Text.of(
                    "第3至8位应为六位数字的行政区划代码，实为“%s”",
                    "Characters 3 to 8 must be the six digits of a region code, are '%s'", found);
        }
    }

    /** Places 9 to 17 are all zeros, which is nobody's organisation code although it checks. */
    record EmptyBody() implements CodeDefect {
        @Override
        public String code() {
            return "empty-body";
        }

        @Override
        public Text text() {
            return new Text("第9至17位(主体标识码)不能全为0", "Characters 9 to 17, the organisation code, cannot all be 0");
        }
    }

    /** The last character does not follow from the 17 before it (GB 32100-2015). */
    record CheckCharacter() implements CodeDefect {
        @Override
        public String code() {
            return "check-character";
        }

        @Override
        public Text text() {
            return new Text(
                    "未通过校验，其中至少有一位有误，请对照证照核对全部18位",
                    "Does not check: at least one character is wrong; compare all 18 with the certificate");
        }
    }

    /** Character 17 does not follow from the 8 before it (GB 11714, the organisation code inside). */
    record OrganisationCheckCharacter() implements CodeDefect {
        @Override
        public String code() {
            return "organisation-check-character";
        }

        @Override
        public Text text() {
            return new Text(
                    "第9至17位(组织机构代码)未通过校验，请对照证照核对",
                    "Characters 9 to 17, the organisation code, do not check; compare them with the certificate");
        }
    }

    /**
     * A hint: with characters that are taken for one another put right, it is a code.
     *
     * @param meant the code
     */
    record WrittenOtherwise(String meant) implements CodeDefect {
        @Override
        public String code() {
            return "written-otherwise";
        }

        @Override
        public Text text() {
            return Text.of(
                    "是否为 %s？数字0、1易误作字母 O、I、l，代码中没有全角字符、空格和连字符",
                    "Is it %s? The digits 0 and 1 are taken for O, I and l; a code has no full-width characters, spaces or"
                            + " hyphens",
                    meant);
        }
    }

    /** A hint: 15 digits are a registration number from before the unified codes. */
    record OldRegistrationNumber() implements CodeDefect {
        @Override
        public String code() {
            return "old-registration-number";
        }

        @Override
        public Text text() {
            return new Text(
                    "15位数字是原营业执照注册号，请使用现行营业执照上的18位统一社会信用代码",
                    "15 digits are an old registration number; use the code of 18 characters on the present business licence");
        }
    }

    /** A hint: it is an organisation code, which is a part of the code. */
    record OrganisationCodeAlone() implements CodeDefect {
        @Override
        public String code() {
            return "organisation-code";
        }

        @Override
        public Text text() {
            return new Text(
                    "这是9位组织机构代码，即统一社会信用代码的第9至17位；请使用完整的18位代码",
                    "This is an organisation code, characters 9 to 17 of the unified code; use all 18 characters");
        }
    }
}
