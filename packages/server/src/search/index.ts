export { Finder, type Asked, type Found, type Taken, type Understood } from './finder.js';
export { foundWords, type Fragment } from './found-words.js';
export { forgetWords } from './forget-words.js';
