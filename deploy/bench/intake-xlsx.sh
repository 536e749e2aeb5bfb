#!/usr/bin/env bash
# How fast the credit-service takes a spreadsheet of records over HTTP, with all checks, the decision log and the events:
# intake-xlsx.sh [N], 50,000 rows unless told. Peer: the same rows as CSV in the same run. The heap is that of production
# (128 MB), and must not grow with the file: a file three times as long is taken on it as well.
BENCH_JVM=${BENCH_JVM:--XX:+UseSerialGC -Xmx128m}
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
machine
rows=${1:-50000}
require python3 python3
build_when_changed
start_credit "${BENCH_SCALE:-20000}"

run=$(date +%s)
department=示例市场监督管理局
# table NUMBER LABEL → that many rows of CSV, spread over all enterprises.
table() {
  echo '统一社会信用代码,记录类别,标题,发生日期,公开方式,来源部门,来源编号,产品,批号或生产日期,判定依据,结论,检验机构'
  sql "select concat_ws(',', e.uscc, '监督抽查结果', '产品质量监督抽查(示例)', '2026/3/2', '公开公示', '$department', '$2-$run-' || n,
         '示例产品' || n % 100, 'SL' || n, 'GB 4806.7-2023', case when n % 25 = 0 then '不合格' else '合格' end, '示例检验中心')
       from generate_series(1, $1) n
       join (select uscc, row_number() over (order by id) - 1 as place from enterprise) e
         on e.place = n % (select count(*) from enterprise)
       order by n"
}
# spreadsheet CSV XLSX → the same rows as Excel would store them: texts shared, dates as serial numbers with a format.
spreadsheet() {
  python3 - "$1" "$2" <<'PYTHON'
import csv, sys, zipfile
from xml.sax.saxutils import escape

strings, order = {}, []

def shared(text):
    if text not in strings:
        strings[text] = len(order)
        order.append(text)
    return strings[text]

with zipfile.ZipFile(sys.argv[2], "w", zipfile.ZIP_DEFLATED) as book, open(sys.argv[1], encoding="utf-8") as rows:
    book.writestr("xl/workbook.xml", '<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>')
    book.writestr("xl/_rels/workbook.xml.rels", '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>')
    book.writestr("xl/styles.xml", '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>')
    with book.open("xl/worksheets/sheet1.xml", "w") as sheet:
        sheet.write(b"<worksheet><sheetData>")
        for number, row in enumerate(csv.reader(rows), 1):
            cells = "".join(
                f'<c r="{chr(65 + i)}{number}" s="1"><v>46083</v></c>' if cell == "2026/3/2"
                else f'<c r="{chr(65 + i)}{number}" t="s"><v>{shared(cell)}</v></c>'
                for i, cell in enumerate(row))
            sheet.write(f'<row r="{number}">{cells}</row>'.encode())
        sheet.write(b"</sheetData></worksheet>")
    with book.open("xl/sharedStrings.xml", "w") as texts:
        texts.write(b"<sst>" + b"".join(f"<si><t>{escape(text)}</t></si>".encode() for text in order) + b"</sst>")
PYTHON
}
# send FILE TYPE → counts of the outcomes, one a line.
send() {
  curl -sS -X POST -H "Authorization: Bearer $(token data-provider "\"region\":\"371100\",\"department\":\"$department\"")" \
    -H "Content-Type: $2" --data-binary "@$1" "$CREDIT/records/batch" | grep -o '"outcome":"[A-Z_]*"' | sort | uniq -c
}
XLSX=application/vnd.openxmlformats-officedocument.spreadsheetml.sheet

# taken LABEL TYPE → seconds for a file of that type; every row of it must be accepted.
taken() {
  local begin took file="$DATA/$1.csv"
  table "$rows" "$1" >"$file"
  if [ "$2" = "$XLSX" ]; then
    spreadsheet "$file" "$DATA/$1.xlsx"
    file=$DATA/$1.xlsx
  fi
  begin=$(now)
  send "$file" "$2" >"$DATA/outcomes"
  took=$(seconds_since "$begin")
  grep -q "$rows \"outcome\":\"ACCEPTED\"" "$DATA/outcomes" || { echo "Not every row was accepted; see $LOG" >&2; cat "$DATA/outcomes" >&2; exit 1; }
  rm -f "$file"
  echo "$took"
}

table 5000 W >"$DATA/warm.csv"
spreadsheet "$DATA/warm.csv" "$DATA/warm.xlsx"
send "$DATA/warm.xlsx" "$XLSX" >/dev/null
table 5000 V >"$DATA/warm.csv"
send "$DATA/warm.csv" text/csv >/dev/null

csv=$(taken C text/csv)
xlsx=$(taken X "$XLSX")
rate() { awk -v n="$rows" -v s="$1" 'BEGIN { print n / s }'; }
printf '%-52s %s s, %s s as CSV\n' "$rows rows of XLSX" "$xlsx" "$csv"
awk -v ours="$(rate "$xlsx")" -v peer="$(rate "$csv")" 'BEGIN {
  printf "%-52s ours %9.1f /s  peer %9.1f /s  ratio %.2f\n", "Rows a second, against CSV", ours, peer, ours / peer }'
at_least "Rows a second, against what is promised" "$(rate "$xlsx")" 2000 /s 1

# heap → megabytes in use after a collection.
heap() {
  "$JAVA_HOME/bin/jcmd" "$SERVICE" GC.run >/dev/null
  "$JAVA_HOME/bin/jstat" -gc "$SERVICE" | awk 'NR == 1 { for (i = 1; i <= NF; i++) if ($i ~ /^(S0U|S1U|EU|OU)$/) c[i] = 1 }
    NR == 2 { for (i in c) sum += $i; printf "%.0f", sum / 1024 }'
}
before=$(heap)
rows=$((rows * 3))
taken L "$XLSX" >/dev/null
printf '%-52s %s MB, %s MB after %s rows more\n' "Heap in use" "$before" "$(heap)" "$rows"
at_most "Heap taken" "$(heap_taken)" 128 MB 1
