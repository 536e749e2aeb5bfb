package cn.quality.indicator.warning;

import static cn.quality.platform.tabular.CsvTable.column;

import cn.quality.platform.tabular.CsvTable;
import java.util.List;

/** Public warnings as a table. */
final class WarningTable {

    static final CsvTable<WarningView> COLUMNS = new CsvTable<>(List.of(
            column("id", WarningView::id),
            column("cause", WarningView::cause),
            column("indicator", WarningView::indicator),
            column("definition", WarningView::definition),
            column("target", WarningView::target),
            column("area", WarningView::area),
            column("period", WarningView::period),
            column("state", WarningView::state),
            column("actual", warning -> warning.evidence().actual()),
            column("expected", warning -> warning.evidence().expected()),
            column("border", warning -> warning.evidence().border()),
            column("low", warning -> warning.evidence().low()),
            column("high", warning -> warning.evidence().high()),
            column("before", warning -> warning.evidence().before()),
            column("reason_zh", warning -> warning.evidence().zh()),
            column("reason_en", warning -> warning.evidence().en()),
            column("published_at", WarningView::publishedAt),
            column("withdrawn_at", WarningView::withdrawnAt)));

    private WarningTable() {}
}
