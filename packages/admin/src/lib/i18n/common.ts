import { catalogue } from './catalogue';
import { en } from './en';
import { ru } from './ru';

export const common = catalogue({ ru, en });
