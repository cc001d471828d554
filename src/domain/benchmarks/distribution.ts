/**
 * Quantiles of the normal and the chi-square distribution: how far chance alone reaches. Both are accurate
 * to about 14 digits, so that the intervals built on them agree with printed ones to the last digit.
 */

type Coefficients = readonly number[];

const CENTRE: readonly [Coefficients, Coefficients] = [
  [
    3.387132872796366, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
    67265.7709270087, 33430.57558358813, 2509.0809287301227,
  ],
  [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854,
  ],
];
const SHOULDER: readonly [Coefficients, Coefficients] = [
  [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 7.745450142783414e-4,
  ],
  [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    5.475938084995345e-4, 1.0507500716444169e-9,
  ],
];
const TAIL: readonly [Coefficients, Coefficients] = [
  [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 7.868691311456133e-4,
    1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
  ],
];

/**
 * The value below which the share `p` of a standard normal distribution lies. Refuses a `p` outside 0 to 1.
 *
 * Source: Wichura MJ. Algorithm AS 241: the percentage points of the normal distribution. Appl Stat
 * 1988;37:477-484, routine PPND16.
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`A share of a distribution lies between 0 and 1, not at ${p}`);
  const fromMiddle = p - 0.5;
  if (Math.abs(fromMiddle) <= 0.425) return fromMiddle * ratio(CENTRE, 0.180625 - fromMiddle * fromMiddle);
  const depth = Math.sqrt(-Math.log(Math.min(p, 1 - p)));
  const distance = depth <= 5 ? ratio(SHOULDER, depth - 1.6) : ratio(TAIL, depth - 5);
  return fromMiddle < 0 ? -distance : distance;
}

function ratio([above, below]: readonly [Coefficients, Coefficients], x: number): number {
  const polynomial = (coefficients: Coefficients) =>
    coefficients.reduceRight((sum, each) => sum * x + each, 0);
  return polynomial(above) / polynomial(below);
}

/**
 * How many standard errors a two-sided interval reaches to each side: 1.96 for a confidence of 0.95. Refuses
 * a confidence outside 0.9 to 1, which is a slip (95 for 0.95, or 0.05 for 0.95) rather than a wish.
 */
export function reachOf(confidence: number): number {
  return -normalQuantile(tailOf(confidence));
}

/** The probability left over on each side of a two-sided interval: 0.025 for a confidence of 0.95. */
export function tailOf(confidence: number): number {
  if (!(confidence >= 0.9 && confidence < 1)) {
    throw new RangeError(`A confidence is at least 0.9 and below 1, not ${confidence}`);
  }
  return (1 - confidence) / 2;
}

/**
 * The value below which the share `p` of a chi-square distribution lies. `degrees` are its degrees of
 * freedom, any positive number. Refuses a `p` outside 0 to 1.
 *
 * Half a chi-square is gamma-distributed. The start is Wilson and Hilferty's approximation (Proc Natl Acad
 * Sci 1931;17:684-688), made exact by Newton's method, kept from straying by halving the bracket.
 */
export function chiSquareQuantile(p: number, degrees: number): number {
  if (!(degrees > 0 && degrees < Infinity))
    throw new RangeError(`Degrees of freedom are positive, not ${degrees}`);
  const shape = degrees / 2;
  const spread = 1 / (9 * shape);
  const start = shape * (1 - spread + normalQuantile(p) * Math.sqrt(spread)) ** 3;
  let [low, high, x] = [0, Infinity, start > 0 ? start : shape];
  for (let step = 0; step < 500; step++) {
    const { below, above, density } = gammaAt(shape, x);
    const excess = p <= 0.5 ? below - p : 1 - p - above;
    if (excess > 0) high = x;
    else low = x;
    const newton = x - excess / density;
    if (Math.abs(newton - x) <= 1e-14 * x) return 2 * newton;
    const halfway = high === Infinity ? 2 * x : (low + high) / 2;
    x = newton > low && newton < high ? newton : halfway;
  }
  return 2 * x;
}

/** The probability of a gamma-distributed value (unit scale) below `x` and above it, and its density there. */
function gammaAt(shape: number, x: number): { below: number; above: number; density: number } {
  const weight = gammaWeight(shape, x);
  const density = (weight * shape) / x;
  if (x < shape + 1) {
    const below = weight * ascendingSeries(shape, x);
    return { below, above: 1 - below, density };
  }
  const above = weight * shape * continuedFraction(shape, x);
  return { below: 1 - above, above, density };
}

/** x^a e^-x / Γ(a + 1), arranged so that no large numbers cancel (after Loader, "dbinom", 2000). */
function gammaWeight(shape: number, x: number): number {
  const beyond = (x - shape) / shape;
  const logarithm = beyond < -0.5 ? Math.log(x / shape) : Math.log1p(beyond);
  const exponent = shape * (logarithm - beyond) - stirlingError(shape);
  return Math.exp(exponent) / Math.sqrt(2 * Math.PI * shape);
}

/** What Stirling's formula leaves out of ln Γ(a + 1): Abramowitz and Stegun 6.1.41, stepped up to a ≥ 16. */
function stirlingError(a: number): number {
  if (a < 16) return stirlingError(a + 1) + (a + 0.5) * Math.log1p(1 / a) - 1;
  const s = 1 / (a * a);
  return (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s / 1188)))) / a;
}

/** 1 + x/(a+1) + x²/((a+1)(a+2)) + …: Abramowitz and Stegun 6.5.29. */
function ascendingSeries(shape: number, x: number): number {
  let [sum, term] = [1, 1];
  for (let k = 1; term > sum * Number.EPSILON; k++) {
    term *= x / (shape + k);
    sum += term;
  }
  return sum;
}

/** 1/(x+1-a - 1(1-a)/(x+3-a - 2(2-a)/…)), the even part of Abramowitz and Stegun 6.5.31, by Lentz's method. */
function continuedFraction(shape: number, x: number): number {
  const TINY = 1e-300;
  let b = x + 1 - shape;
  let [numerator, denominator] = [1 / TINY, 1 / b];
  let fraction = denominator;
  for (let k = 1; ; k++) {
    const a = -k * (k - shape);
    b += 2;
    denominator = 1 / (a * denominator + b || TINY);
    numerator = b + a / numerator || TINY;
    const change = numerator * denominator;
    fraction *= change;
    if (Math.abs(change - 1) <= 2 * Number.EPSILON) return fraction;
  }
}
