import { CAUCASUS } from './peoples-caucasus.js';
import { DIASPORA } from './peoples-diaspora.js';
import { EAST } from './peoples-east.js';
import { SLAVIC } from './peoples-slavic.js';
import { VOLGA } from './peoples-volga.js';
/** Every people whose names the demonstration knows. */
export const PEOPLES = { ...SLAVIC, ...VOLGA, ...CAUCASUS, ...EAST, ...DIASPORA };
/** Who lives everywhere, in hundredths beside the people of the place. */
const EVERYWHERE = {
    russian: 78, ukrainian: 5, tatar: 3, belarusian: 1.5, armenian: 2, jewish: 1.5, german: 1.2, azerbaijani: 1, korean: 0.5, chuvash: 0.7, bashkir: 0.6,
    mordvin: 0.7, kazakh: 0.5, georgian: 0.5, moldovan: 0.4, polish: 0.4, greek: 0.3, ossetian: 0.3, avar: 0.3, uzbek: 0.3, tajik: 0.2, bulgarian: 0.2,
    roma: 0.1, udmurt: 0.3, mari: 0.3, komi: 0.2, buryat: 0.2, yakut: 0.1, kabardian: 0.1, lezgin: 0.2, chechen: 0.3,
};
/** The people of a place, over or beside those who live everywhere; `russian` here replaces the share above. */
const REGIONS = {
    'RU-AD': { russian: 60, adyghe: 25, armenian: 4, kabardian: 2 }, 'RU-AL': { russian: 56, altaian: 35, kazakh: 6 }, 'RU-ALT': { german: 7, kazakh: 1.5 },
    'RU-ARK': { komi: 1 }, 'RU-AST': { russian: 66, kazakh: 16, tatar: 7, kalmyk: 2, nogai: 2, azerbaijani: 2 },
    'RU-BA': { russian: 36, bashkir: 30, tatar: 25, chuvash: 3, mari: 3, udmurt: 1 }, 'RU-BU': { russian: 62, buryat: 32 },
    'RU-CE': { russian: 2, chechen: 90, ingush: 2, kumyk: 2, avar: 1, ukrainian: 0.1, tatar: 0.1, armenian: 0.1, jewish: 0, german: 0, belarusian: 0.1 },
    'RU-CHE': { tatar: 6, bashkir: 6, kazakh: 2, german: 2 }, 'RU-CHU': { chukchi: 28, even: 4 }, 'RU-CU': { russian: 30, chuvash: 62, tatar: 4 },
    'RU-DA': { russian: 4, avar: 30, dargin: 18, kumyk: 15, lezgin: 14, chechen: 4, azerbaijani: 5, nogai: 3, ukrainian: 0.1, tatar: 0.2, german: 0, jewish: 0.5 },
    'RU-IN': { russian: 2, ingush: 88, chechen: 6, ukrainian: 0, tatar: 0.1, german: 0, jewish: 0 }, 'RU-IRK': { buryat: 5, polish: 1.5 },
    'RU-KAM': { korean: 2, even: 2 }, 'RU-KB': { russian: 22, kabardian: 55, balkar: 14, ossetian: 2 }, 'RU-KC': { russian: 30, balkar: 40, kabardian: 14, nogai: 4 },
    'RU-KDA': { russian: 80, armenian: 7, ukrainian: 6, greek: 2, adyghe: 1.5 }, 'RU-KEM': { german: 3, tatar: 3 }, 'RU-KGD': { lithuanian: 3, belarusian: 5, german: 2, polish: 1 },
    'RU-KHA': { korean: 3 }, 'RU-KHM': { tatar: 9, ukrainian: 8, bashkir: 4, khanty: 4, mansi: 3, azerbaijani: 3, avar: 1.5 }, 'RU-KIR': { mari: 4, udmurt: 2, tatar: 3 },
    'RU-KK': { russian: 76, khakas: 16, german: 2 }, 'RU-KL': { russian: 30, kalmyk: 60, dargin: 3, kazakh: 2 }, 'RU-KO': { russian: 60, komi: 28, ukrainian: 6 },
    'RU-KR': { russian: 70, karelian: 14, belarusian: 5, finnish: 4 }, 'RU-LEN': { finnish: 2 }, 'RU-MAG': { russian: 76, ukrainian: 8, even: 5, korean: 1.5 },
    'RU-ME': { russian: 44, mari: 46, tatar: 6 }, 'RU-MO': { russian: 48, mordvin: 42, tatar: 6 }, 'RU-MOW': { jewish: 3, armenian: 3, ukrainian: 5, tatar: 4, georgian: 1.5 },
    'RU-NEN': { nenets: 20, komi: 10 }, 'RU-NIZ': { tatar: 2, mordvin: 1.5 }, 'RU-NVS': { german: 4, tatar: 2, ukrainian: 3, kazakh: 1.5, armenian: 2 },
    'RU-OMS': { kazakh: 5, german: 6, ukrainian: 5 }, 'RU-ORE': { russian: 70, tatar: 8, kazakh: 7, bashkir: 4, german: 2, mordvin: 2 }, 'RU-PER': { tatar: 5, bashkir: 2, komi: 3 },
    'RU-PNZ': { mordvin: 6, tatar: 7 }, 'RU-PRI': { ukrainian: 7, korean: 4 }, 'RU-PSK': { russian: 86, estonian: 2, belarusian: 3 },
    'RU-ROS': { russian: 82, armenian: 6, ukrainian: 6, greek: 1, korean: 1 }, 'RU-SA': { russian: 40, yakut: 48, even: 4, ukrainian: 4 }, 'RU-SAK': { korean: 8, ukrainian: 5 },
    'RU-SAM': { tatar: 5, mordvin: 3, chuvash: 3, kazakh: 1 }, 'RU-SAR': { kazakh: 4, german: 3, tatar: 3, ukrainian: 4 }, 'RU-SE': { russian: 22, ossetian: 66, armenian: 3, ingush: 2, georgian: 2 },
    'RU-SMO': { belarusian: 4 }, 'RU-SPE': { jewish: 3, finnish: 1, armenian: 2 }, 'RU-STA': { russian: 76, armenian: 7, greek: 2, nogai: 2, dargin: 3, balkar: 2 },
    'RU-SVE': { tatar: 5, bashkir: 1.5, german: 1.5 }, 'RU-TA': { russian: 38, tatar: 53, chuvash: 4, udmurt: 1 }, 'RU-TOM': { german: 3, tatar: 2, estonian: 1 },
    'RU-TY': { russian: 16, tuvan: 80, ukrainian: 1, tatar: 0.5 }, 'RU-TYU': { tatar: 9, german: 2, ukrainian: 3, kazakh: 2, khanty: 1 }, 'RU-UD': { russian: 58, udmurt: 30, tatar: 8 },
    'RU-ULY': { russian: 70, tatar: 12, chuvash: 8, mordvin: 4 }, 'RU-VGG': { kazakh: 3, ukrainian: 3, armenian: 2, german: 1.5 },
    'RU-YAN': { russian: 62, ukrainian: 10, nenets: 9, tatar: 6, khanty: 3, azerbaijani: 2, komi: 1 }, 'RU-YEV': { jewish: 6, ukrainian: 4 }, 'RU-ZAB': { buryat: 8 },
};
/** Who lives in a region, by share. @param regionCode ISO code */
export const mixOf = (regionCode) => ({ ...EVERYWHERE, ...REGIONS[regionCode] });
