package cn.quality.credit.enterprise;

import cn.quality.platform.tabular.ItemForm;
import cn.quality.platform.tabular.TableColumn;
import cn.quality.platform.tabular.TableColumn.Kind;
import java.util.List;

/** An enterprise as the row of a table. */
final class EnterpriseCells {

    static final ItemForm<NewEnterprise> FORM = new ItemForm<>(
            NewEnterprise.class,
            List.of(
                    TableColumn.of("uscc", "统一社会信用代码", Kind.TEXT).mandatory(),
                    TableColumn.of("name", "企业名称", Kind.TEXT).mandatory().also("名称"),
                    TableColumn.of("region", "区划代码", Kind.TEXT).mandatory(),
                    TableColumn.choice(
                                    "subjectType",
                                    "主体类型",
                                    Kind.CHOICE,
                                    TableColumn.labels(SubjectType.values(), type -> type.label))
                            .mandatory(),
                    TableColumn.of("industry", "行业代码", Kind.TEXT),
                    TableColumn.choice(
                            "fields",
                            "领域",
                            Kind.CHOICES,
                            TableColumn.labels(ActivityField.values(), field -> field.label)),
                    TableColumn.of("parent", "所属企业代码", Kind.TEXT),
                    TableColumn.of("registeredOn", "成立日期", Kind.DATE).also("登记日期"),
                    TableColumn.of("address", "住所", Kind.TEXT).also("地址"),
                    TableColumn.of("fictional", "是否虚构", Kind.FLAG),
                    TableColumn.of("irregularReason", "代码未通过校验的理由", Kind.TEXT),
                    TableColumn.of("source.department", "来源部门", Kind.TEXT).mandatory(),
                    TableColumn.of("source.recordNumber", "来源编号", Kind.TEXT).mandatory()));

    private EnterpriseCells() {}
}
