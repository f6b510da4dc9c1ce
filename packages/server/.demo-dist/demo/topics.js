import { normal, seeded, weighted } from './random.js';
/** How often people write about a topic: beside others, and in which months more often (factor). */
const TOPICS = {
    'state.elections': [0.8, { '8,9': 2.5 }], 'state.legislation': [1.5], 'state.associations': [0.8],
    'social.healthcare': [8, { '1,2,10,11': 1.25 }], 'social.schools': [4, { '8,9': 1.8, '6,7': 0.5 }], 'social.kindergartens': [3.4, { '5,6,8,9': 1.3 }],
    'social.benefits': [4], 'social.pensions': [3], 'social.employment': [2], 'social.families': [2.4], 'social.disability': [2], 'social.culture': [1.4],
    'social.sport': [1.8, { '5,6,7,12': 1.3 }],
    'economy.roads': [10, { '3,4,5': 1.7, '12,1,2': 0.9 }], 'economy.transport': [6, { '9,10,11': 1.2 }], 'economy.trade': [2], 'economy.business': [1.2],
    'economy.land': [3, { '4,5,6': 1.3 }], 'economy.construction': [2], 'economy.communications': [2.2], 'economy.ecology': [4, { '4,5,6,7,8': 1.4 }],
    'economy.agriculture': [1, { '4,5,6,7,8,9': 1.5 }],
    'law.safety': [2], 'law.courts': [1], 'law.fire': [0.8, { '4,5,7,8': 1.8 }], 'law.military': [1.1, { '4,5,10,11': 1.4 }],
    'housing.utilities': [10, { '11,12,1,2': 1.7, '10,3': 1.3, '6,7,8': 0.7 }], 'housing.electricity': [4, { '11,12,1': 1.3 }], 'housing.repairs': [9],
    'housing.waste': [5, { '1,6,7,8': 1.3 }], 'housing.yards': [9, { '4,5,6,7,8,9': 1.3 }], 'housing.resettlement': [4],
};
/** What troubles a territory more than others. */
const TASTES = {
    'RU-NVS': { 'housing.utilities': 1.5, 'economy.construction': 1.8, 'economy.transport': 1.3 },
    'RU-ROS': { 'economy.roads': 1.5, 'economy.agriculture': 2, 'housing.resettlement': 1.4 },
    'RU-TA': { 'economy.construction': 1.6, 'social.kindergartens': 1.5, 'economy.ecology': 1.4 },
    'RU-KDA': { 'economy.land': 3, 'economy.construction': 2.2, 'economy.ecology': 1.7, 'economy.agriculture': 2.5 },
    'RU-RYA': { 'economy.ecology': 1.8, 'economy.transport': 1.4 }, 'RU-PSK': { 'social.healthcare': 1.6, 'economy.roads': 1.4, 'economy.transport': 1.4 },
    'RU-ULY': { 'social.employment': 1.8, 'housing.repairs': 1.3 }, 'RU-TYU': { 'economy.roads': 1.3, 'economy.construction': 1.4 },
    'RU-CE': { 'social.employment': 3, 'social.benefits': 2, 'social.families': 1.8, 'housing.electricity': 1.8 },
    'RU-MAG': { 'economy.communications': 3, 'economy.transport': 2, 'housing.resettlement': 2, 'economy.trade': 2 },
    'RU-SA': { 'economy.communications': 2.5, 'housing.resettlement': 2, 'law.fire': 3 }, 'RU-DA': { 'housing.electricity': 3, 'housing.waste': 1.8 },
    'RU-BU': { 'economy.ecology': 2, 'law.fire': 2 }, 'RU-CHE': { 'economy.ecology': 2.5 }, 'RU-KYA': { 'economy.ecology': 2.2 }, 'RU-MOS': { 'housing.waste': 1.8, 'economy.transport': 1.5 },
    'RU-MOW': { 'economy.construction': 2, 'housing.repairs': 1.5 }, 'RU-ARK': { 'housing.waste': 3, 'housing.resettlement': 2 }, 'RU-ZAB': { 'law.fire': 3, 'social.healthcare': 1.4 },
};
/** A city's council hears of yards, a legislature of hospitals. */
const LEVELS = {
    REGIONAL: { 'social.healthcare': 1.4, 'state.legislation': 1.8, 'social.pensions': 1.3, 'social.benefits': 1.3, 'economy.agriculture': 1.6, 'housing.yards': 0.55, 'housing.waste': 0.8 },
    MUNICIPAL: { 'housing.yards': 1.5, 'economy.transport': 1.3, 'social.kindergartens': 1.3, 'housing.waste': 1.2, 'state.legislation': 0.4, 'economy.agriculture': 0.3, 'law.courts': 0.6 },
};
const seasonOf = (season, month) => {
    for (const [months, factor] of Object.entries(season ?? {}))
        if (months.split(',').includes(String(month)))
            return factor;
    return 1;
};
/** Draws topics for one seed; remembers the shares of each region, level and month. */
export class TopicChooser {
    seed;
    codes;
    shares = new Map();
    /** @param codes topics that somebody can write about */
    constructor(seed, codes) {
        this.seed = seed;
        this.codes = codes;
    }
    draw(random, regionCode, level, month) {
        const key = `${regionCode} ${level} ${month}`;
        let shares = this.shares.get(key);
        if (!shares)
            this.shares.set(key, (shares = this.codes.map((code) => [code, this.weight(code, regionCode, level, month)])));
        return weighted(random, shares, ([, weight]) => weight)[0];
    }
    weight(code, regionCode, level, month) {
        const [base, season] = TOPICS[code] ?? [1];
        const taste = TASTES[regionCode]?.[code] ?? 1;
        const chance = Math.exp(normal(seeded(`${this.seed}:taste:${regionCode}:${code}`), 0, 0.28));
        return base * seasonOf(season, month) * taste * chance * (LEVELS[level][code] ?? 1);
    }
}
