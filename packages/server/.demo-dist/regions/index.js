export { Reference } from './reference.js';
