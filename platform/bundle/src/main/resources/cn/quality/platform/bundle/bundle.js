/*
 * Recomputes a published result from its bundle alone. 由结果包独立重算并核对已公布的结果。
 *
 *   node verifier.js bundle.json [digest]       in a terminal; exit code 0 when everything agrees, 1 otherwise
 *   await verifyBundle(text, digest)            in a browser, after this script; returns {ok, digest, differences}
 *
 * Plain JavaScript without dependencies. All arithmetic is exact: fractions of BigInt, nothing is ever rounded unless a rule
 * says so. It was written apart from the program that makes the bundles, so that one of the two finds the other's mistakes.
 */
'use strict';

const kinds = new Map();

/** Says how bundles of one kind are computed: recompute(inputs, rules) returns {partials, result}. */
function verifies(kind, schemaVersion, recompute) {
  kinds.set(kind + '/' + schemaVersion, recompute);
}

/** An exact number. The denominator is positive and has no factor in common with the numerator. */
class Exact {
  constructor(numerator, denominator = 1n) {
    if (denominator === 0n) throw new Error('division by zero');
    const sign = denominator < 0n ? -1n : 1n;
    let a = numerator < 0n ? -numerator : numerator;
    let b = denominator * sign;
    while (b) [a, b] = [b, a % b];
    this.n = (numerator * sign) / (a || 1n);
    this.d = (denominator * sign) / (a || 1n);
  }

  /** Of a decimal or a fraction as it stands in a bundle. */
  static of(text) {
    const parts = /^(-?)(\d+)(?:\.(\d+)|\/(\d+))?$/.exec(text);
    if (typeof text !== 'string' || !parts) throw new Error('not a number: ' + JSON.stringify(text));
    const [, sign, whole, decimals = '', divisor] = parts;
    const value = new Exact(BigInt(whole + decimals), divisor ? BigInt(divisor) : 10n ** BigInt(decimals.length));
    return sign ? Exact.ZERO.minus(value) : value;
  }

  plus(other) { return new Exact(this.n * other.d + other.n * this.d, this.d * other.d); }
  minus(other) { return new Exact(this.n * other.d - other.n * this.d, this.d * other.d); }
  times(other) { return new Exact(this.n * other.n, this.d * other.d); }
  over(other) { return new Exact(this.n * other.d, this.d * other.n); }
  compare(other) {
    const difference = this.n * other.d - other.n * this.d;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }
  atLeast(other) { return this.compare(other) >= 0; }
  max(other) { return this.atLeast(other) ? this : other; }
  min(other) { return this.atLeast(other) ? other : this; }
  isZero() { return this.n === 0n; }

  /** To so many decimals, half to the even neighbour (GB/T 8170). */
  rounded(decimals) {
    const scaled = (this.n < 0n ? -this.n : this.n) * 10n ** BigInt(decimals);
    let digits = scaled / this.d;
    const twice = (scaled % this.d) * 2n;
    if (twice > this.d || (twice === this.d && digits % 2n === 1n)) digits += 1n;
    const text = digits.toString().padStart(decimals + 1, '0');
    const whole = text.slice(0, text.length - decimals);
    return (this.n < 0n && digits > 0n ? '-' : '') + whole + (decimals ? '.' + text.slice(-decimals) : '');
  }

  /** The shortest decimal when there is an exact one, the fraction otherwise. */
  toString() {
    let rest = this.d;
    let decimals = 0;
    for (const factor of [2n, 5n]) {
      let count = 0;
      for (; rest % factor === 0n; rest /= factor) count++;
      decimals = Math.max(decimals, count);
    }
    return rest === 1n ? this.rounded(decimals) : this.n + '/' + this.d;
  }
}
Exact.ZERO = new Exact(0n);
Exact.ONE = new Exact(1n);

/** RFC 8785. A bundle holds no numbers, so none is ever formatted. */
function canonical(value, path = '$') {
  if (typeof value === 'number') throw new Error(path + ' is a number; decimals of a bundle are strings');
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return '[' + value.map((item, i) => canonical(item, path + '[' + i + ']')).join(',') + ']';
  return '{' + Object.keys(value).sort()
    .map(key => JSON.stringify(key) + ':' + canonical(value[key], path + '.' + key)).join(',') + '}';
}

/** FIPS 180-4; browsers offer theirs over https alone. */
function sha256(text) {
  const roots = (count, power) => {
    const values = [];
    for (let n = 2n; values.length < count; n++) {
      let prime = true;
      for (let f = 2n; f * f <= n; f++) if (n % f === 0n) prime = false;
      if (!prime) continue;
      // The first 32 bits behind the point of the root, by bisection in whole numbers.
      const wanted = n << (32n * power);
      let low = 0n;
      let high = n << 32n;
      while (high - low > 1n) {
        const middle = (low + high) >> 1n;
        if (middle ** power <= wanted) low = middle; else high = middle;
      }
      values.push(Number(low & 0xffffffffn));
    }
    return values;
  };
  const k = roots(64, 3n);
  const hash = roots(8, 2n);
  const bytes = new TextEncoder().encode(text);
  const padded = new Uint8Array(((bytes.length + 8 >> 6) + 1) << 6);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x20000000));
  view.setUint32(padded.length - 4, bytes.length << 3);
  const turn = (x, by) => (x >>> by) | (x << (32 - by));
  const w = new Int32Array(64);
  for (let at = 0; at < padded.length; at += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getInt32(at + 4 * i);
    for (let i = 16; i < 64; i++) {
      const s0 = turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^ (w[i - 15] >>> 3);
      const s1 = turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^ (w[i - 2] >>> 10);
      w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
    }
    let [a, b, c, d, e, f, g, h] = hash;
    for (let i = 0; i < 64; i++) {
      const t1 = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + k[i] + w[i]) | 0;
      const t2 = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => { hash[i] = (hash[i] + word) | 0; });
  }
  return hash.map(word => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** Where two values differ, in the order in which a reader meets them. */
function differences(published, recomputed, path, found = []) {
  const isTree = value => value !== null && typeof value === 'object';
  if (isTree(published) && isTree(recomputed) && Array.isArray(published) === Array.isArray(recomputed)) {
    for (const key of new Set([...Object.keys(published), ...Object.keys(recomputed)])) {
      differences(published[key], recomputed[key], Array.isArray(published) ? `${path}[${key}]` : `${path}.${key}`, found);
    }
  } else if (published !== recomputed) {
    found.push({ path, published, recomputed });
  }
  return found;
}

/** Computes a bundle again. The digest, when given, is the published one that the file must have. */
function verifyBundle(text, digest) {
  const found = [];
  const actual = sha256(text);
  if (digest && digest !== actual) found.push({ path: 'sha256', published: digest, recomputed: actual });
  try {
    const bundle = JSON.parse(text);
    if (canonical(bundle) !== text) throw new Error('the file is not canonical JSON (RFC 8785)');
    const recompute = kinds.get(bundle.kind + '/' + bundle.schemaVersion);
    if (!recompute) throw new Error('this verifier does not know the kind ' + bundle.kind + '/' + bundle.schemaVersion);
    const again = recompute(bundle.inputs, bundle.rules);
    differences(bundle.partials, again.partials, 'partials', found);
    differences(bundle.result, again.result, 'result', found);
  } catch (refusal) {
    found.push({ path: 'bundle', error: refusal.message });
  }
  return { ok: found.length === 0, digest: actual, differences: found };
}

// In node, once the rules that follow in this file are known.
if (typeof process !== 'undefined' && typeof require === 'function' && typeof module !== 'undefined' && require.main === module) {
  setImmediate(() => {
    const [file, digest] = process.argv.slice(2);
    if (!file) {
      console.error('usage: node ' + require('path').basename(process.argv[1]) + ' bundle.json [digest]');
      process.exit(2);
    }
    const outcome = verifyBundle(require('fs').readFileSync(file, 'utf8'), digest && digest.replace(/"/g, ''));
    console.log('sha256 ' + outcome.digest);
    if (outcome.ok) {
      console.log('OK: every partial score and the result agree. 全部分项得分和结果一致。');
    } else {
      const first = outcome.differences[0];
      console.log('DIFFERS 不一致: ' + first.path + (first.error ? ': ' + first.error
        : ': published 已公布 ' + JSON.stringify(first.published) + ', recomputed 重算 ' + JSON.stringify(first.recomputed)));
      if (outcome.differences.length > 1) console.log((outcome.differences.length - 1) + ' more difference(s) 另有差异');
      process.exit(1);
    }
  });
}
