import { Migration20261124000000_initial } from './Migration20261124000000_initial.js';
/** Every migration in order, listed by hand: a folder may hold what an earlier build left. */
export const migrations = [Migration20261124000000_initial].map((migration) => ({ name: migration.name, class: migration }));
