/**
 * Standards of the city: which exist and are in force, and which ones enterprises say they follow.
 *
 * <p>By feature: {@code number} (what a standard is called), {@code catalogue} (standards of all levels and what replaces
 * what), {@code currency} (查新: are cited standards still in force), {@code declaration} (enterprises make public what they
 * follow), {@code declarant} (what this service knows of enterprises, from the events of the credit service), {@code exchange}
 * (the catalogue in and out as a whole), {@code feedback} (what becomes known of standards in use, and when each is due for
 * review), {@code file} (files in the database), {@code fulltext} (texts that may be public), {@code group} (group standards
 * from proposal to abolition), {@code impact} (who depends on a standard, and what is to be updated when it ends), {@code
 * registry} (committees, experts, pilots, bases and enterprises of good practice that the plans count), {@code check} (is a
 * standard declared for a product, and QR codes), {@code history} (what was declared, provably), {@code quantity} (values with
 * units and their comparison), {@code requirement} (what recommended standards demand), {@code profile} (one enterprise as the
 * public sees it), {@code intake} (events in), {@code schema} (the contracts of the events out), {@code supervision} (what is
 * found, ordered and publicised afterwards), {@code tbt} (notices of technical barriers to trade, and who is told of which),
 * {@code watch} (who is told when a standard changes).
 *
 * <p>Features call each other's services and ports, never each other's repositories, and form no circle: number ←
 * catalogue ← group; catalogue ← declaration → declarant; quantity ← requirement ← declaration; impact, history, check,
 * supervision, profile and intake sit on top.
 */
@NullMarked
@OpenAPIDefinition(
        info =
                @Info(
                        contact = @Contact(name = "日照质量公共服务 · Quality governance suite"),
                        title = "标准服务 Standards",
                        version = "1.0.0",
                        description = "标准目录与企业标准自我声明公开。Catalogue of standards and self-declarations of enterprises."),
        tags = {
            @Tag(name = "standards", description = "标准目录 Catalogue of standards of all levels"),
            @Tag(name = "exchange", description = "目录的导入与导出 The catalogue in and out as a whole"),
            @Tag(name = "full-texts", description = "可公开的标准文本 Texts of standards, where they may be public"),
            @Tag(name = "currency", description = "标准查新 Are cited standards still in force?"),
            @Tag(name = "declarations", description = "企业标准自我声明公开 Self-declarations"),
            @Tag(name = "requirements", description = "推荐性标准的指标要求与特性词表 What recommended standards demand"),
            @Tag(name = "history", description = "声明的可查证历史 Provable history of declarations"),
            @Tag(name = "checks", description = "查验与产品二维码 Checks and QR codes of declared products"),
            @Tag(name = "group-bodies", description = "制定团体标准的社会团体 Bodies that make group standards"),
            @Tag(name = "group-projects", description = "团体标准与公开征求意见 Group standards and public comments on drafts"),
            @Tag(
                    name = "group-cases",
                    description = "团体标准办理 The procedure of group standards, for those who work on it"),
            @Tag(name = "registries", description = "规划所统计的名录 Registries that the plans count"),
            @Tag(name = "registry-cases", description = "名录入库与退出办理 Entry and exit of registries"),
            @Tag(name = "tbt-notices", description = "TBT 通报与订阅 Notices of technical barriers to trade"),
            @Tag(name = "feedback", description = "标准实施信息反馈 Problems reported of standards"),
            @Tag(name = "feedback-cases", description = "反馈办理 What is done about reports"),
            @Tag(name = "evaluations", description = "标准评价与复审 Evaluations and reviews"),
            @Tag(name = "watch-lists", description = "关注清单 Watch lists"),
            @Tag(name = "enterprises", description = "企业概貌 One enterprise at a glance"),
            @Tag(
                    name = "impact",
                    description =
                            "标准变更影响：谁依据某项标准，哪些声明待更新 Who depends on a standard, and what is to be updated when it ends"),
            @Tag(
                    name = "supervision",
                    description = "事中事后监管：双随机抽查、责令改正、公示 Supervision: draws, orders to correct, publicity"),
            @Tag(name = "schemas", description = "事件契约 Contracts of the events this service sends")
        })
package cn.quality.standards;

import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Contact;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullMarked;
