import { chance, normal } from './random.js';
const within = (value) => Math.min(0.98, Math.max(0.02, value));
/** Three kinds of deputies: a fifth excel, a fifth fail, the rest are in between. */
export function drawAbility(random, of) {
    const kind = of ?? (chance(random, 0.22) ? 'strong' : chance(random, 0.26) ? 'weak' : 'middle');
    const centre = { strong: 0.86, middle: 0.55, weak: 0.2 }[kind];
    const spread = kind === 'middle' ? 0.11 : 0.08;
    return {
        promptness: within(normal(random, centre, spread + 0.03)),
        quality: within(normal(random, centre, spread)),
        tone: within(normal(random, centre, spread + 0.05)),
    };
}
