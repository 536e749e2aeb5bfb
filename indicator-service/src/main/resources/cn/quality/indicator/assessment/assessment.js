
/*
 * 政府质量工作考核. Where the service hands weights down from the top of the sheet, this looks up from each indicator: its weight
 * is the product of what every group on its way to the top gives on.
 */
verifies('assessment', '1', (inputs, rules) => {
  const sheet = rules.sheet;
  const rows = new Map(sheet.nodes.map(node => [node.code, node]));
  const HUNDRED = Exact.of('100');
  const sum = values => values.reduce((a, b) => a.plus(b), Exact.ZERO);
  const below = code => sheet.nodes.filter(node => node.parent === code);
  const leavesOf = new Map(sheet.nodes.map(node => [node.code, []]));
  for (const leaf of sheet.nodes.filter(node => node.rule)) {
    for (let row = leaf; row; row = rows.get(row.parent)) leavesOf.get(row.code).push(leaf);
  }
  const siblings = new Map(sheet.nodes.map(node => [node.code, below(node.parent)]));

  const figure = entry => entry.value !== undefined ? Exact.of(entry.value)
    : entry.numerator !== undefined ? Exact.of(entry.numerator).times(HUNDRED).over(Exact.of(entry.denominator))
      : entry.count !== undefined ? Exact.of(entry.count)
        : entry.document !== undefined ? Exact.ONE : undefined;

  const kept = (rule, x, limit) => rule.sense === 'AT_MOST' ? Exact.of(limit).atLeast(x) : x.atLeast(Exact.of(limit));
  const between = x => x.max(Exact.ZERO).min(Exact.ONE);
  const share = {
    LINEAR: (rule, x) => {
      const way = Exact.of(rule.target).minus(Exact.of(rule.baseline));
      return between(x.minus(Exact.of(rule.baseline)).over(way));
    },
    ALL_HALF_NONE: (rule, x) => kept(rule, x, rule.all) ? Exact.ONE : kept(rule, x, rule.half) ? Exact.of('0.5') : Exact.ZERO,
    THRESHOLD: (rule, x) => kept(rule, x, rule.limit) ? Exact.ONE : Exact.ZERO,
    DEDUCTION: (rule, x, weight) => between(weight.minus(Exact.of(rule.perItem).times(x)).over(weight)),
    DOCUMENT: () => Exact.ONE,
  };

  function evaluate(reported) {
    const entries = new Map(reported.entries.map(entry => [entry.node, entry]));
    const isNotApplicable = leaf => entries.get(leaf.code)?.notApplicable !== undefined;
    const weighted = node => leavesOf.get(node.code).filter(leaf => leaf.weight !== undefined && !isNotApplicable(leaf));
    const alive = new Map(sheet.nodes.map(node => [node.code, node.weight !== undefined && weighted(node).length > 0]));
    const all = sum(sheet.nodes.filter(node => node.rule && alive.get(node.code)).map(leaf => Exact.of(leaf.weight)));
    const shared = new Map();
    const groups = new Map();
    const weightOf = node => {
      if (shared.has(node.code)) return shared.get(node.code);
      let weight;
      if (sheet.notApplicable === 'ACROSS_SHEET') {
        weight = sum(weighted(node).map(leaf => Exact.of(leaf.weight))).times(HUNDRED).over(all);
      } else {
        if (!groups.has(node.parent)) {
          groups.set(node.parent,
            sum(siblings.get(node.code).filter(other => alive.get(other.code)).map(other => Exact.of(other.weight))));
        }
        const group = groups.get(node.parent);
        const above = node.parent === undefined ? HUNDRED : weightOf(rows.get(node.parent));
        weight = above.times(Exact.of(node.weight)).over(group);
      }
      shared.set(node.code, weight);
      return weight;
    };

    const partials = new Map();
    const vetoes = [];
    const notReported = [];
    let present = 0;
    let grade = -1;
    const grades = sheet.bands.map(band => band.grade);
    for (const leaf of sheet.nodes.filter(node => node.rule)) {
      const entry = entries.get(leaf.code);
      const form = leaf.rule.form;
      const row = { node: leaf.code, state: !entry ? 'NOT_REPORTED' : isNotApplicable(leaf) ? 'NOT_APPLICABLE' : 'EVALUATED' };
      const x = row.state === 'EVALUATED' ? figure(entry) : undefined;
      if (form === 'BONUS') {
        row.points = x ? Exact.of(leaf.rule.perItem).times(x).min(Exact.of(leaf.rule.cap)) : Exact.ZERO;
      } else {
        if (row.state === 'EVALUATED') present++;
        if (row.state === 'NOT_REPORTED') notReported.push(leaf.code);
        if (form === 'VETO') {
          if (x && !x.isZero()) {
            vetoes.push(leaf.code);
            grade = Math.max(grade, grades.indexOf(leaf.rule.grade));
          }
        } else if (!share[form]) {
          throw new Error('unknown rule form ' + form + ' of ' + leaf.code);
        } else if (alive.get(leaf.code)) {
          row.weight = weightOf(leaf);
          row.share = x ? share[form](leaf.rule, x, Exact.of(leaf.weight)) : Exact.ZERO;
          row.points = row.weight.times(row.share);
        }
      }
      partials.set(leaf.code, row);
    }
    for (const group of sheet.nodes.filter(node => !node.rule)) {
      const row = { node: group.code, state: group.weight === undefined || alive.get(group.code) ? 'EVALUATED' : 'NOT_APPLICABLE' };
      const parts = leavesOf.get(group.code).map(leaf => partials.get(leaf.code).points).filter(points => points);
      if (alive.get(group.code)) row.weight = weightOf(group);
      if (parts.length) row.points = sum(parts);
      partials.set(group.code, row);
    }

    const result = { area: reported.area, vetoes, notReported, reported: String(present), applicable: String(present + notReported.length) };
    if (sheet.nodes.some(node => alive.get(node.code))) {
      const total = sum(sheet.nodes.filter(node => node.rule).map(leaf => partials.get(leaf.code).points).filter(points => points));
      result.total = total.toString();
      result.score = total.rounded(Number(sheet.decimals));
      grade = Math.max(grade, sheet.bands.findIndex(band => Exact.of(result.score).atLeast(Exact.of(band.from))));
    }
    if (grade >= 0) result.grade = grades[grade];
    const written = sheet.nodes.map(node => {
      const row = partials.get(node.code);
      for (const part of ['weight', 'share', 'points']) if (row[part]) row[part] = row[part].toString();
      return row;
    });
    return { partials: { area: reported.area, nodes: written }, result };
  }

  if (sheet.rounding !== 'HALF_EVEN') throw new Error('unknown rounding ' + sheet.rounding);
  const evaluated = inputs.areas.map(evaluate);
  const areas = evaluated.map(area => area.result);
  const place = area => sheet.bands.findIndex(band => band.grade === area.grade);
  const isBetter = (one, other) => place(one) < place(other)
    || (place(one) === place(other) && Exact.of(one.score).compare(Exact.of(other.score)) > 0);
  const competing = areas.filter(area => area.score !== undefined);
  for (const area of competing) area.rank = String(1 + competing.filter(other => isBetter(other, area)).length);

  const changes = [];
  for (const before of inputs.previous ? inputs.previous.areas : []) {
    const after = areas.find(area => area.area === before.area);
    if (!after || (after.grade === before.grade && after.score === before.score)) continue;
    const change = { area: before.area };
    if (before.grade !== undefined) change.gradeBefore = before.grade;
    if (after.grade !== undefined) change.gradeAfter = after.grade;
    if (before.score !== undefined) change.scoreBefore = before.score;
    if (after.score !== undefined) change.scoreAfter = after.score;
    changes.push(change);
  }
  return { partials: evaluated.map(area => area.partials), result: { areas, changes } };
});
