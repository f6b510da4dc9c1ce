/** The Beta distribution: all that the rating needs of statistics, without a dependency. */
const LANCZOS = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
    -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
/** Natural logarithm of Γ(x) for x > 0, by Lanczos (g = 7, nine terms), good to about fifteen digits. */
export function logGamma(x) {
    if (x < 0.5)
        return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
    const z = x - 1;
    let sum = LANCZOS[0];
    for (let i = 1; i < LANCZOS.length; i += 1)
        sum += (LANCZOS[i] ?? 0) / (z + i);
    const t = z + 7.5;
    return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}
/** ln of 1 / B(alpha, beta). */
function logNormaliser({ alpha, beta }) {
    return logGamma(alpha + beta) - logGamma(alpha) - logGamma(beta);
}
const TINY = 1e-300;
const EPSILON = 1e-15;
const MAX_TERMS = 10_000;
/** The continued fraction of the incomplete beta function, by Lentz's method. */
function continuedFraction(x, { alpha, beta }) {
    const away = (value) => (Math.abs(value) < TINY ? TINY : value);
    let c = 1;
    let d = 1 / away(1 - ((alpha + beta) * x) / (alpha + 1));
    let fraction = d;
    for (let m = 1; m <= MAX_TERMS; m += 1) {
        const even = (m * (beta - m) * x) / ((alpha + 2 * m - 1) * (alpha + 2 * m));
        d = 1 / away(1 + even * d);
        c = away(1 + even / c);
        fraction *= d * c;
        const odd = (-(alpha + m) * (alpha + beta + m) * x) / ((alpha + 2 * m) * (alpha + 2 * m + 1));
        d = 1 / away(1 + odd * d);
        c = away(1 + odd / c);
        fraction *= d * c;
        if (Math.abs(d * c - 1) < EPSILON)
            break;
    }
    return fraction;
}
function cdf(x, shape, normaliser) {
    if (x <= 0)
        return 0;
    if (x >= 1)
        return 1;
    const { alpha, beta } = shape;
    const front = Math.exp(normaliser + alpha * Math.log(x) + beta * Math.log1p(-x));
    // The fraction converges fast only below the mean; above it the mirrored distribution is asked.
    if (x < (alpha + 1) / (alpha + beta + 2))
        return (front * continuedFraction(x, shape)) / alpha;
    return 1 - (front * continuedFraction(1 - x, { alpha: beta, beta: alpha })) / beta;
}
/** P(X ≤ x), the regularized incomplete beta function. */
export function betaCdf(x, shape) {
    return cdf(x, shape, logNormaliser(shape));
}
/** Mean of the distribution. */
export function betaMean({ alpha, beta }) {
    return alpha / (alpha + beta);
}
/** Variance of the distribution. */
export function betaVariance({ alpha, beta }) {
    const total = alpha + beta;
    return (alpha * beta) / (total * total * (total + 1));
}
/** The Beta with this mean and variance. @throws RangeError when no Beta has them (0 < variance < mean · (1 − mean)) */
export function betaFromMoments(mean, variance) {
    const total = (mean * (1 - mean)) / variance - 1;
    if (!(total > 0 && mean > 0 && mean < 1 && variance > 0))
        throw new RangeError(`no Beta has mean ${mean} and variance ${variance}`);
    return { alpha: mean * total, beta: (1 - mean) * total };
}
/** The x with P(X ≤ x) = p, to ten decimals: Newton's steps, and a bisection whenever one leaves the bracket. */
export function betaQuantile(p, shape) {
    if (p <= 0)
        return 0;
    if (p >= 1)
        return 1;
    const normaliser = logNormaliser(shape);
    let low = 0;
    let high = 1;
    let x = betaMean(shape);
    for (let i = 0; i < 200 && high - low > 1e-12; i += 1) {
        const error = cdf(x, shape, normaliser) - p;
        if (error > 0)
            high = x;
        else
            low = x;
        const density = Math.exp(normaliser + (shape.alpha - 1) * Math.log(x) + (shape.beta - 1) * Math.log1p(-x));
        const newton = x - error / density;
        const next = newton > low && newton < high ? newton : (low + high) / 2;
        if (Math.abs(next - x) < 1e-11)
            return next;
        x = next;
    }
    return x;
}
/** The middle `credibility` of the distribution: .95 leaves .025 on each side. */
export function betaInterval(shape, credibility) {
    const tail = (1 - credibility) / 2;
    return { low: betaQuantile(tail, shape), high: betaQuantile(1 - tail, shape) };
}
/** Wilson's score interval of a share, shown where a share stands without a prior (rules §4). An empty sample knows nothing: 0 to 1. */
export function wilson(hits, n, z = 1.96) {
    if (n === 0)
        return { low: 0, high: 1 };
    const share = hits / n;
    const z2 = z * z;
    const centre = share + z2 / (2 * n);
    const spread = z * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
    const scale = 1 + z2 / n;
    return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
}
