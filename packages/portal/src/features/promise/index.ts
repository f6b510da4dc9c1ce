export { PromisePage } from './promise-page';
